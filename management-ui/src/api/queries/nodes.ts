import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { useSession } from '@/session/useSession';
import { api, type Row } from '../client';

export type BrokerNode = Row<'/api/nodes'>;

/** What the process takes; for those who may see it. */
export function useNodes() {
  const { isMonitor } = useSession();
  return useQuery({
    queryKey: ['nodes'] as const,
    queryFn: ({ signal }) => api.list('/api/nodes', { signal }),
    meta: live,
    enabled: isMonitor,
  });
}
