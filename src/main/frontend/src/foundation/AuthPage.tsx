import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../ui/icons';
import { useTitle } from '../ui/parts';
import { LanguageSelect } from './LanguageSelect';
import { AuthArt } from './AuthArt';

/** The frame of the pages before sign-in. */
export function AuthPage({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <div className="auth">
      <main className="auth-form">
        <Group justify="space-between">
          <span className="brand">
            <Logo />
            NoCode Backend
          </span>
          <LanguageSelect />
        </Group>
        <div className="auth-middle">
          <Title order={1}>{title}</Title>
          {text && (
            <Text c="dimmed" mt={8} mb="xl" size="lg">
              {text}
            </Text>
          )}
          {children}
        </div>
      </main>
      <aside className="auth-art">
        <h2>{t('auth.tagline')}</h2>
        <AuthArt />
        <p>{t('auth.pitch')}</p>
      </aside>
    </div>
  );
}
