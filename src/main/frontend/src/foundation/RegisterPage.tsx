import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { api } from '../api/client';
import { ErrorNotice } from '../ui/errors';
import { useSubmit } from '../ui/useSubmit';
import { AuthPage } from './AuthPage';
import { PasswordField } from './PasswordField';
import { meetsRules, PasswordRules } from './PasswordRules';

export function RegisterPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const state = useLocation().state as { email?: string } | null;
  const needed = (value: string) => (value.trim() ? null : t('common.needed'));
  const form = useForm({
    initialValues: { first_name: '', last_name: '', email: state?.email ?? '', password: '', password_confirm: '' },
    validate: {
      first_name: needed,
      last_name: needed,
      email: (value) => needed(value) ?? (/^\S+@\S+$/.test(value.trim()) ? null : t('auth.badEmail')),
      password: (value) => (meetsRules(value) ? null : t('auth.weak')),
      password_confirm: (value, all) => (value === all.password ? null : t('auth.mismatch')),
    },
  });
  const submit = useSubmit(form, async (values) => {
    const email = values.email.trim();
    await api.post('foundation/auth/register/client/', {
      ...values,
      email,
      first_name: values.first_name.trim(),
      last_name: values.last_name.trim(),
      language: i18n.language,
    });
    await navigate('/check-email', { state: { email } });
  });
  return (
    <AuthPage title={t('auth.register')} text={t('auth.registerText')}>
      <form {...submit.formProps}>
        <Stack>
          <Group grow align="flex-start" gap="sm">
            <TextInput
              label={t('auth.firstName')}
              autoComplete="given-name"
              size="md"
              {...form.getInputProps('first_name')}
            />
            <TextInput
              label={t('auth.lastName')}
              autoComplete="family-name"
              size="md"
              {...form.getInputProps('last_name')}
            />
          </Group>
          <TextInput
            label={t('auth.email')}
            type="email"
            autoComplete="email"
            size="md"
            {...form.getInputProps('email')}
          />
          <div>
            <PasswordField label={t('auth.password')} autoComplete="new-password" {...form.getInputProps('password')} />
            <PasswordRules password={form.values.password} />
          </div>
          <PasswordField
            label={t('auth.passwordRepeat')}
            autoComplete="new-password"
            {...form.getInputProps('password_confirm')}
          />
          <ErrorNotice error={submit.error} shown={submit.shown} />
          <Button type="submit" size="md" loading={submit.busy} fullWidth mt="xs">
            {t('auth.register')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('auth.haveAccount')}{' '}
            <Anchor component={Link} to="/sign-in" size="sm" fw={600}>
              {t('auth.signIn')}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </AuthPage>
  );
}
