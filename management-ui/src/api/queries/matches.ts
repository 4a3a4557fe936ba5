import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { api } from '../client';

/** A queue or an exchange whose name matches, and the policies it is under now. */
export interface Matched {
  readonly name: string;
  readonly kind: 'exchange' | 'classic' | 'quorum';
  readonly policy: string | undefined;
  readonly operatorPolicy: string | undefined;
}

export interface Matches {
  readonly items: readonly Matched[];
  /** How many there are in all, shown or not. */
  readonly queues: number;
  readonly exchanges: number;
}

const shown = 100;

/** What a pattern matches in a virtual host. The broker looks: its regular expressions are those that policies go by. */
export function useMatches(vhost: string, pattern: string, kinds: readonly Matched['kind'][], isEnabled: boolean) {
  return useQuery({
    queryKey: ['matches', vhost, pattern, kinds] as const,
    queryFn: async ({ signal }): Promise<Matches> => {
      // The filter of lists ignores case, and policies do not.
      const query = { page: 1, page_size: shown, name: `(?-i)${pattern}`, use_regex: true, sort: 'name' };
      const types = kinds.filter((kind) => kind !== 'exchange');
      const [queues, exchanges] = await Promise.all([
        types.length === 0
          ? undefined
          : api.page('/api/queues/{vhost}', {
              path: { vhost },
              query: {
                ...query,
                columns: 'name,type,policy,operator_policy',
                ...(types.length === 1 ? { filter: `type:${types[0]}` } : {}),
              },
              signal,
            }),
        kinds.includes('exchange')
          ? api.page('/api/exchanges/{vhost}', { path: { vhost }, query: { ...query, columns: 'name,policy' }, signal })
          : undefined,
      ]);
      return {
        items: [
          ...(queues?.items ?? []).map(({ name, type, policy, operator_policy }) => ({
            name,
            kind: type === 'quorum' ? ('quorum' as const) : ('classic' as const),
            policy: policy ?? undefined,
            operatorPolicy: operator_policy ?? undefined,
          })),
          ...(exchanges?.items ?? []).map(({ name, policy }) => ({
            name,
            kind: 'exchange' as const,
            policy: policy ?? undefined,
            operatorPolicy: undefined,
          })),
        ],
        queues: queues?.filtered_count ?? 0,
        exchanges: exchanges?.filtered_count ?? 0,
      };
    },
    meta: live,
    enabled: isEnabled,
    placeholderData: (before) => before,
  });
}
