import { AppLink } from '@/components/AppLink';
import type { PlainColumn } from './PlainTable';
import { userPath, vhostPath } from './paths';

/** Of whom, or where: the other one is what the rows are. */
export type PermissionsOf = { readonly user: string } | { readonly vhost: string };

interface Granted {
  readonly user: string;
  readonly vhost: string;
}

export function ofOne<T extends Granted>(all: readonly T[], of: PermissionsOf): readonly T[] {
  return all.filter(({ user, vhost }) => ('user' in of ? user === of.user : vhost === of.vhost));
}

/** Where it is of one user, of whom it is in one virtual host. */
export function otherColumn(of: PermissionsOf): PlainColumn<Granted> {
  const isOfUser = 'user' in of;
  return {
    header: isOfUser ? 'Virtual host' : 'User',
    cell: ({ user, vhost }) => (
      <AppLink to={isOfUser ? vhostPath(vhost) : userPath(user)} size="sm" fw={550}>
        {isOfUser ? vhost : user}
      </AppLink>
    ),
  };
}
