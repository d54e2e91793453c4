import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { sessionState } from '../api/session';
import { useStore } from '../api/hooks';
import { ErrorNotice } from '../ui/errors';
import { AuthPage } from './AuthPage';
import { SignInFields } from './SignInFields';
import { useSignIn } from './useSignIn';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const state = useLocation().state as { from?: string; email?: string } | null;
  const signedIn = useStore(sessionState) === 'signed-in';
  const target = state?.from ?? '/organizations';
  const { form, submit, askCode } = useSignIn(state?.email ?? '', () => navigate(target, { replace: true }));

  if (signedIn && !submit.busy) return <Navigate to={target} replace />;
  return (
    <AuthPage title={t('auth.signIn')} text={t('auth.signInText')}>
      <form {...submit.formProps}>
        <Stack>
          <SignInFields form={form} askCode={askCode} />
          <ErrorNotice error={submit.error} shown={submit.shown} />
          <Button type="submit" size="md" loading={submit.busy} fullWidth mt="xs">
            {t('auth.signIn')}
          </Button>
          <Anchor component={Link} to="/forgot-password" size="sm">
            {t('auth.forgot')}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('auth.noAccount')}{' '}
            <Anchor component={Link} to="/register" size="sm" fw={600}>
              {t('auth.register')}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </AuthPage>
  );
}
