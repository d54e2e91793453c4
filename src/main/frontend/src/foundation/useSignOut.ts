import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { session } from '../api/session';

export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const refresh = session.refresh();
    // Tell the server while the token still counts; without an answer the tokens are forgotten all the same.
    if (refresh) await api.post('foundation/auth/logout/', { refresh }).catch(() => undefined);
    session.end();
    await navigate('/sign-in', { replace: true, state: null });
    client.clear();
  };
}
