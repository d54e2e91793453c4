import { Anchor, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { ErrorNotice } from '../ui/errors';
import { said } from '../ui/notify';
import { useSubmit } from '../ui/useSubmit';
import { AuthPage } from './AuthPage';
import { PasswordField } from './PasswordField';
import { meetsRules, PasswordRules } from './PasswordRules';

export function ResetPasswordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const token = useSearchParams()[0].get('token') ?? '';
  const form = useForm({
    initialValues: { new_password: '', new_password_confirm: '' },
    validate: {
      new_password: (value) => (meetsRules(value) ? null : t('auth.weak')),
      new_password_confirm: (value, all) => (value === all.new_password ? null : t('auth.mismatch')),
    },
  });
  const submit = useSubmit(form, async (values) => {
    await api.post('foundation/auth/password-reset/confirm/', { token, ...values });
    said(t('auth.changed'));
    await navigate('/sign-in', { replace: true });
  });
  return (
    <AuthPage title={t('auth.chooseTitle')}>
      <form {...submit.formProps}>
        <Stack mt="xl">
          <div>
            <PasswordField
              label={t('auth.passwordNew')}
              autoComplete="new-password"
              {...form.getInputProps('new_password')}
            />
            <PasswordRules password={form.values.new_password} />
          </div>
          <PasswordField
            label={t('auth.passwordRepeat')}
            autoComplete="new-password"
            {...form.getInputProps('new_password_confirm')}
          />
          <ErrorNotice error={submit.error} shown={submit.shown} />
          <Button type="submit" size="md" loading={submit.busy}>
            {t('auth.choose')}
          </Button>
          <Anchor component={Link} to="/forgot-password" size="sm">
            {t('auth.forgot')}
          </Anchor>
        </Stack>
      </form>
    </AuthPage>
  );
}
