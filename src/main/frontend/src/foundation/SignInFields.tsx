import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PasswordField } from './PasswordField';

export function SignInFields({
  form,
  askCode,
  fixedEmail = false,
}: {
  form: UseFormReturnType<{ email: string; password: string; otp: string }>;
  askCode: boolean;
  fixedEmail?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('auth.email')}
        type="email"
        autoComplete="username"
        size="md"
        readOnly={fixedEmail}
        data-autofocus={!fixedEmail || undefined}
        {...form.getInputProps('email')}
      />
      <PasswordField
        label={t('auth.password')}
        data-autofocus={fixedEmail || undefined}
        {...form.getInputProps('password')}
      />
      {askCode && (
        <TextInput
          label={t('auth.code')}
          description={t('auth.codeText')}
          autoComplete="one-time-code"
          inputMode="numeric"
          size="md"
          autoFocus
          {...form.getInputProps('otp')}
        />
      )}
    </>
  );
}
