import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ApiError } from '../api/error';
import { session } from '../api/session';
import type { Login } from '../api/types';
import { suggestLanguage } from '../i18n';
import { useSubmit } from '../ui/useSubmit';
import { PROFILE } from './useProfile';

/** The sign-in form's state, for the page and for the dialog after a session has ended. */
export function useSignIn(email: string, onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [askCode, setAskCode] = useState(false);
  const form = useForm({
    initialValues: { email, password: '', otp: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('common.needed')),
      password: (value) => (value ? null : t('common.needed')),
    },
  });
  const submit = useSubmit(form, async ({ email, password, otp }) => {
    try {
      const login = await api.post<Login>('foundation/auth/login/', {
        email: email.trim(),
        password,
        ...(otp ? { otp: otp.trim() } : {}),
      });
      session.start({ access: login.access, refresh: login.refresh });
      client.setQueryData([PROFILE], login.user);
      suggestLanguage(login.user.language);
      onDone();
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'OTP_REQUIRED' && !askCode) {
        setAskCode(true);
        return;
      }
      throw failure;
    }
  });
  return { form, submit, askCode };
}
