import { Button, Loader, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { useOne, useRefresh, useStore } from '../api/hooks';
import { sessionState } from '../api/session';
import type { Invitation } from '../api/types';
import { ErrorNotice, toApiError } from '../ui/errors';
import { useFormat, useLabel } from '../ui/format';
import { AuthPage } from './AuthPage';
import { useSignOut } from './useSignOut';

/** Where the link in an invitation's mail leads. Whoever holds the link may read it; the invited address accepts. */
export function InvitationPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const signOut = useSignOut();
  const token = useSearchParams()[0].get('token') ?? '';
  const signedIn = useStore(sessionState) === 'signed-in';
  const path = `foundation/invitations/${encodeURIComponent(token || '-')}/`;
  const invitation = useOne<Invitation>(path);
  const accept = useMutation({
    mutationFn: async ({ organization_id }: Invitation) => {
      await api.post(`${path}accept/`);
      await refresh('foundation/');
      await navigate(`/organizations/${organization_id}`, { replace: true });
    },
  });
  const decline = useMutation({ mutationFn: () => api.post(`${path}decline/`) });

  if (decline.isSuccess) {
    return (
      <AuthPage title={t('invitation.declined')} text={t('invitation.declinedText')}>
        <Button component={Link} to="/organizations" size="md" variant="default" fullWidth>
          {t('shell.home')}
        </Button>
      </AuthPage>
    );
  }
  if (invitation.isPending) {
    return (
      <AuthPage title={t('invitation.loading')}>
        <Loader mt="lg" aria-label={t('common.loading')} />
      </AuthPage>
    );
  }
  if (invitation.isError) {
    const gone = [404, 410].includes(toApiError(invitation.error).status);
    return (
      <AuthPage title={t('invitation.gone')} text={gone ? t('invitation.goneText') : undefined}>
        {!gone && <ErrorNotice error={invitation.error} />}
        <Button component={Link} to="/organizations" size="md" variant="default" fullWidth>
          {t('shell.home')}
        </Button>
      </AuthPage>
    );
  }
  const { organization_name, invited_by, role, email, expires_at } = invitation.data;
  const here = `/invitations?token=${encodeURIComponent(token)}`;
  const refusal = accept.error ?? decline.error;
  return (
    <AuthPage
      title={t('invitation.title', { name: organization_name })}
      text={t(invited_by ? 'invitation.by' : 'invitation.as', { person: invited_by, role: label('roles', role) })}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('invitation.for', { email, date: format.date(expires_at ?? '') })}
        </Text>
        <ErrorNotice error={refusal} />
        {signedIn ? (
          <>
            <Button size="md" loading={accept.isPending} onClick={() => accept.mutate(invitation.data)}>
              {t('invitation.accept')}
            </Button>
            <Button size="md" variant="default" loading={decline.isPending} onClick={() => decline.mutate()}>
              {t('invitation.decline')}
            </Button>
            {refusal && toApiError(refusal).code === 'INVITATION_FOR_ANOTHER' && (
              <Button size="md" variant="subtle" onClick={() => void signOut()}>
                {t('invitation.other')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button component={Link} to="/sign-in" state={{ from: here, email }} size="md">
              {t('invitation.signIn')}
            </Button>
            <Button component={Link} to="/register" state={{ email }} size="md" variant="default">
              {t('auth.register')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('invitation.register')}
            </Text>
          </>
        )}
      </Stack>
    </AuthPage>
  );
}
