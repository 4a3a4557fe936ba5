import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { api } from '../client';

/** The exchanges of a virtual host by their names, with their types. */
export function useExchangeTypes(vhost: string | undefined) {
  return useQuery({
    queryKey: ['exchanges', 'types', vhost] as const,
    queryFn: async ({ signal }) => {
      const exchanges = await api.list('/api/exchanges/{vhost}', {
        path: { vhost: vhost ?? '/' },
        query: { columns: 'name,type', sort: 'name' },
        signal,
      });
      return new Map(exchanges.map(({ name, type }) => [name, type]));
    },
    enabled: vhost !== undefined,
    meta: live,
  });
}
