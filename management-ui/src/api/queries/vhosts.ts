import { useQuery } from '@tanstack/react-query';
import { useRights } from '@/session/useRights';
import { api } from '../client';

/** The names of the virtual hosts that the user may know of: of all, when it watches over the broker. */
export function useVhostNames() {
  return useQuery({
    queryKey: ['vhosts', 'names'] as const,
    queryFn: async ({ signal }) =>
      (await api.list('/api/vhosts', { query: { columns: 'name' }, signal })).map((vhost) => vhost.name),
    staleTime: 30_000,
  });
}

/** The names of those in which the user may see queues, exchanges and policies. */
export function useOpenVhostNames(): readonly string[] | undefined {
  const { data } = useVhostNames();
  const { mayEnter } = useRights();
  return data?.filter(mayEnter);
}
