import { useOne } from '../api/hooks';
import type { Organization, Role, User } from '../api/types';

export const PROFILE = 'foundation/users/profile/';

export function useProfile() {
  return useOne<User>(PROFILE);
}

const ORDER: Role[] = ['CLIENT', 'VIEWER', 'MEMBER', 'ADMIN', 'OWNER'];

export function atLeast(role: Role | null | undefined, wanted: Role): boolean {
  return ORDER.indexOf(role ?? 'CLIENT') >= ORDER.indexOf(wanted);
}

/** May the caller do in this organisation what `wanted` may? The server decides; this only hides what it would refuse. */
export function useMay(organizationId: string | undefined, wanted: Role): boolean {
  const organization = useOne<Organization>(organizationId ? `foundation/organizations/${organizationId}/` : null).data;
  const profile = useProfile().data;
  return Boolean(profile?.is_superuser) || atLeast(organization?.user_role, wanted);
}
