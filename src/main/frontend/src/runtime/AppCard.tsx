import { Alert, Button, Code, Group, Skeleton, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useList, useRefresh } from '../api/hooks';
import type { App, Deployment, DeploymentStart } from '../api/types';
import { ErrorNotice } from '../ui/errors';
import { useFormat, useLabel } from '../ui/format';
import { Icon } from '../ui/icons';
import { said } from '../ui/notify';
import { Loaded, Status } from '../ui/parts';
import { DeploymentSteps } from './DeploymentSteps';

/** While one of these goes on, the server refuses another deployment. */
export const BUSY = ['generating', 'deployment_pending'];

const LOGS = 'runtime/deployment-logs/';

export function AppCard({ app, mayDeploy }: { app: App; mayDeploy: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const refresh = useRefresh();
  const [shown, setShown] = useState<string | null>(null);
  const logs = useList<Deployment>(LOGS, { app_id: app.id, page_size: 5, sort_by: 'created_at', sort_order: 'desc' });
  const deploy = useMutation({
    mutationFn: () => api.post<DeploymentStart>(`runtime/apps/${app.id}/deploy/`, {}),
    onSuccess: ({ deployment_id }) => {
      said(t('releases.deployStarted'));
      setShown(deployment_id);
      void refresh(LOGS, 'runtime/apps/');
    },
  });
  return (
    <article className="card" aria-label={app.name}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Group gap="sm">
            <Title order={3}>{app.name}</Title>
            <Status status={app.status} />
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {label('environments', app.environment)}
            {app.version ? ` · ${t('releases.version', { version: app.version })}` : ''}
            {` · ${app.slug}`}
          </Text>
        </div>
        <Group gap="sm">
          {mayDeploy && (
            <Button
              size="sm"
              leftSection={<Icon name="rocket" size={16} />}
              loading={deploy.isPending}
              disabled={BUSY.includes(app.status)}
              onClick={() => deploy.mutate()}
            >
              {t('releases.deploy')}
            </Button>
          )}
        </Group>
      </Group>
      <ErrorNotice error={deploy.error} />
      {app.error && <Alert color="red">{app.error}</Alert>}
      {app.status === 'deployed' && (
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {t('releases.rowsAt')}
          </Text>
          <Code block className="address">
            {app.api_base_url}
          </Code>
        </div>
      )}
      <section aria-label={t('releases.history')}>
        <Loaded query={logs} skeleton={<Skeleton height={40} radius="md" />}>
          {({ results }) =>
            results.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('releases.noDeployments')}
              </Text>
            ) : (
              <ul className="plain-lines">
                {results.map((log) => (
                  <li key={log.id}>
                    <Group gap="sm" justify="space-between">
                      <Group gap="sm">
                        <Status status={log.status} />
                        <Text size="sm">
                          {label('environments', log.environment)}
                          {log.version ? ` · ${t('releases.version', { version: log.version })}` : ''}
                        </Text>
                        <Text size="sm" c="dimmed">
                          {format.ago(log.started_at ?? log.created_at)}
                        </Text>
                      </Group>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-expanded={shown === log.id}
                        onClick={() => setShown(shown === log.id ? null : log.id)}
                      >
                        {shown === log.id ? t('releases.hide') : t('releases.show')}
                      </Button>
                    </Group>
                    {shown === log.id && (
                      <div style={{ padding: '1rem 0 0.5rem' }}>
                        <DeploymentSteps id={log.id} />
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </article>
  );
}
