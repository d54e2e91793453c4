import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ErrorNotice } from '../ui/errors';

export function ResendButton({ email }: { email: string }) {
  const { t } = useTranslation();
  const resend = useMutation({ mutationFn: () => api.post('foundation/auth/verify-email/resend/', { email }) });
  return (
    <>
      {resend.isSuccess && (
        <Alert role="status" color="pine">
          {t('auth.resent')}
        </Alert>
      )}
      <ErrorNotice error={resend.error} />
      <Button variant="default" size="md" loading={resend.isPending} onClick={() => resend.mutate()}>
        {t('auth.resend')}
      </Button>
    </>
  );
}
