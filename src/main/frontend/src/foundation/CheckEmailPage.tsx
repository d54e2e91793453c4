import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { AuthPage } from './AuthPage';
import { ResendButton } from './ResendButton';

export function CheckEmailPage() {
  const { t } = useTranslation();
  const email = (useLocation().state as { email?: string } | null)?.email;
  return (
    <AuthPage title={t('auth.checkTitle')} text={t('auth.checkText', { email: email ?? t('auth.checkSomewhere') })}>
      <Stack>
        <Button component={Link} to="/sign-in" state={{ email }} size="md">
          {t('auth.goSignIn')}
        </Button>
        {email && <ResendButton email={email} />}
      </Stack>
    </AuthPage>
  );
}
