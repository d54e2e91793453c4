import { Button, Loader, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { toApiError } from '../ui/errors';
import { AuthPage } from './AuthPage';
import { ResendButton } from './ResendButton';

export function VerifyEmailPage() {
  const { t } = useTranslation();
  const token = useSearchParams()[0].get('token') ?? '';
  const [email, setEmail] = useState('');
  // A query, not an effect: the token works once, and this asks once.
  const verify = useQuery({
    queryKey: ['verify-email', token],
    queryFn: async () => {
      await api.post('foundation/auth/verify-email/', { token });
      return true;
    },
    staleTime: Infinity,
    gcTime: Infinity,
    retry: (_count, failure) => toApiError(failure).unavailable,
    retryDelay: 3_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (verify.isPending) {
    return (
      <AuthPage title={t('auth.verifying')}>
        <Loader mt="lg" aria-label={t('common.loading')} />
      </AuthPage>
    );
  }
  if (verify.isSuccess) {
    return (
      <AuthPage title={t('auth.verified')} text={t('auth.verifiedText')}>
        <Button component={Link} to="/sign-in" size="md" fullWidth>
          {t('auth.signIn')}
        </Button>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('auth.verifyFailed')} text={t('auth.verifyFailedText')}>
      <Stack>
        <TextInput
          label={t('auth.email')}
          type="email"
          size="md"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ResendButton email={email.trim()} />
        <Button component={Link} to="/sign-in" size="md" variant="subtle">
          {t('auth.goSignIn')}
        </Button>
      </Stack>
    </AuthPage>
  );
}
