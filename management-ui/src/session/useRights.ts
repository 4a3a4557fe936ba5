import { useMemo } from 'react';
import { useExchangeTypes } from '@/api/queries/exchangeTypes';
import { deedsWithExchange, deedsWithQueue } from './deeds';
import { type Rights, rightsOf } from './rights';
import { useSession } from './useSession';

/** What the permissions of who is logged in allow, as they are now. */
export function useRights(): Rights {
  const { user } = useSession();
  return useMemo(() => rightsOf(user), [user]);
}

/** What may be done with a queue. */
export function useQueueDeeds(queue: { readonly vhost: string; readonly name: string }) {
  return deedsWithQueue(useRights(), useSession().isReadOnly, queue);
}

/** What may be done with an exchange. */
export function useExchangeDeeds(exchange: { readonly vhost: string; readonly name: string }) {
  return deedsWithExchange(useRights(), useSession().isReadOnly, exchange);
}

/** The virtual hosts in which something may be declared; none if it may not in the one that the pages show. */
export function useDeclarable(shown: string | undefined): readonly string[] {
  const vhosts = useRights().vhostsWith('configure');
  const { isReadOnly } = useSession();
  return isReadOnly || (shown !== undefined && !vhosts.includes(shown)) ? [] : vhosts;
}

/** Tells which exchanges of a virtual host are topic exchanges, whose routing keys may be restricted; asks only if some are. */
export function useIsTopic(vhost: string): (exchange: string) => boolean {
  const { data: types } = useExchangeTypes(useRights().hasTopics(vhost) ? vhost : undefined);
  return (exchange) => types?.get(exchange) === 'topic';
}
