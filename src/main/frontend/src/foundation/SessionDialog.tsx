import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { User } from '../api/types';
import { ErrorNotice } from '../ui/errors';
import { SignInFields } from './SignInFields';
import { useSignIn } from './useSignIn';
import { useSignOut } from './useSignOut';
import { PROFILE } from './useProfile';

/** The session has ended: sign in again over the page, so that nothing typed is lost. */
export function SessionDialog() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const signOut = useSignOut();
  const email = client.getQueryData<User>([PROFILE])?.email ?? '';
  const { form, submit, askCode } = useSignIn(email, () => void client.invalidateQueries());
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={t('auth.expiredTitle')} zIndex={350}>
      <form {...submit.formProps}>
        <Stack>
          <Text c="dimmed">{t('auth.expiredText')}</Text>
          <SignInFields form={form} askCode={askCode} fixedEmail={email !== ''} />
          <ErrorNotice error={submit.error} shown={submit.shown} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void signOut()}>
              {t('shell.signOut')}
            </Button>
            <Button type="submit" loading={submit.busy}>
              {t('auth.signIn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
