import { Badge, Button, Skeleton, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorNotice, toApiError } from './errors';
import { Icon, type IconName } from './icons';
import { useLabel } from './format';

export function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · NoCode Backend` : 'NoCode Backend';
  }, [title]);
}

export function PageHead({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  useTitle(title);
  return (
    <header className="page-head">
      <div>
        <Title order={1} tabIndex={-1}>
          {title}
        </Title>
        {text && (
          <Text c="dimmed" mt={6} maw="60ch">
            {text}
          </Text>
        )}
      </div>
      {children}
    </header>
  );
}

/** An empty screen says what to do first. */
export function Empty({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      <span className="empty-art">
        <Icon name={icon} size={30} />
      </span>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw="46ch">
        {text}
      </Text>
      {children}
    </div>
  );
}

export function Cards({ count = 3 }: { count?: number }) {
  return (
    <div className="cards" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div className="card" key={index}>
          <Skeleton height={40} width={40} radius="md" />
          <Skeleton height={18} width="60%" />
          <Skeleton height={12} width="90%" />
          <Skeleton height={12} width="40%" />
        </div>
      ))}
    </div>
  );
}

export function Lines({ count = 4 }: { count?: number }) {
  return (
    <div className="lines" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={16} m="lg" width={`${85 - index * 12}%`} />
      ))}
    </div>
  );
}

/** Skeleton while loading, the error with a retry when it failed, else the content. */
export function Loaded<T>({
  query,
  skeleton,
  children,
}: {
  query: UseQueryResult<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.isError && toApiError(query.error).status === 404) {
    return (
      <Empty icon="search" title={t('shell.notFound')} text={t('shell.notFoundText')}>
        <Button component={Link} to="/organizations">
          {t('shell.home')}
        </Button>
      </Empty>
    );
  }
  if (query.isError) {
    return (
      <>
        <ErrorNotice error={query.error} />
        <Button
          mt="md"
          variant="default"
          leftSection={<Icon name="refresh" />}
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {t('common.retry')}
        </Button>
      </>
    );
  }
  return (
    <>
      <span className="visually-hidden" role="status">
        {t('common.loading')}
      </span>
      {skeleton}
    </>
  );
}

const TONES: Record<string, string> = {
  good: 'pine',
  busy: 'amber',
  bad: 'red',
  calm: 'gray',
};

export type Tone = 'good' | 'busy' | 'bad' | 'calm';

export function toneOf(status: string): Tone {
  if (['succeeded', 'completed', 'deployed', 'active', 'published', 'generated'].includes(status)) return 'good';
  if (['pending', 'running', 'queued', 'waiting', 'generating', 'deployment_pending'].includes(status)) return 'busy';
  if (['failed', 'timed_out', 'deployment_failed', 'error'].includes(status)) return 'bad';
  return 'calm';
}

export function Status({ status, tone = toneOf(status) }: { status: string; tone?: Tone }) {
  const label = useLabel();
  return (
    <Badge className="status" data-tone={tone} color={TONES[tone]} variant="light" tt="none" fw={600}>
      {label('status', status)}
    </Badge>
  );
}

export function Monogram({ name, size = 42 }: { name: string; size?: number }) {
  const letters = name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0].toUpperCase())
    .join('');
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 6;
  return (
    <span
      className="monogram"
      data-hue={hue}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
      aria-hidden="true"
    >
      {letters || '•'}
    </span>
  );
}
