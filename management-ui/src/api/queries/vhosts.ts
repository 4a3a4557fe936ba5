import { useQuery } from '@tanstack/react-query';
import { api } from '../client';

/** The names of the virtual hosts that the user may see. */
export function useVhostNames() {
  return useQuery({
    queryKey: ['vhosts', 'names'] as const,
    queryFn: async ({ signal }) =>
      (await api.list('/api/vhosts', { query: { columns: 'name' }, signal })).map((vhost) => vhost.name),
    staleTime: 30_000,
  });
}
