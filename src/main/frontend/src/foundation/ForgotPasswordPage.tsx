import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import { ErrorNotice } from '../ui/errors';
import { useSubmit } from '../ui/useSubmit';
import { AuthPage } from './AuthPage';

export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.trim() ? null : t('common.needed')) },
  });
  const submit = useSubmit(form, async ({ email }) => {
    await api.post('foundation/auth/password-reset/', { email: email.trim() });
    setSent(true);
  });
  return (
    <AuthPage title={t('auth.resetTitle')} text={t('auth.resetText')}>
      <form {...submit.formProps}>
        <Stack>
          <TextInput
            label={t('auth.email')}
            type="email"
            autoComplete="email"
            size="md"
            {...form.getInputProps('email')}
          />
          <ErrorNotice error={submit.error} shown={submit.shown} />
          {sent && (
            <Alert role="status" color="pine">
              {t('auth.resetSent')}
            </Alert>
          )}
          <Button type="submit" size="md" loading={submit.busy}>
            {t('auth.resetSend')}
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm">
            {t('auth.goSignIn')}
          </Anchor>
        </Stack>
      </form>
    </AuthPage>
  );
}
