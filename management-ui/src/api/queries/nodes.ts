import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { useSession } from '@/session/useSession';
import { type Answer, api, type Row } from '../client';
import { type Range, samplesOf } from './ranges';

export type BrokerNode = Row<'/api/nodes'>;
export type NodeMemory = Answer<'/api/nodes/{node}/memory'>['memory'];

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

/** The nodes with the samples of a range. */
export function useNodesHistory(range: Range) {
  return useQuery({
    queryKey: ['nodes', 'history', range.id] as const,
    queryFn: ({ signal }) => api.list('/api/nodes', { query: samplesOf(range), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

/** What a node's memory goes to. */
export function useNodeMemory(node: string) {
  return useQuery({
    queryKey: ['nodes', 'memory', node] as const,
    queryFn: async ({ signal }) => (await api.get('/api/nodes/{node}/memory', { path: { node }, signal })).memory,
    meta: live,
  });
}

/** Has a node forget its statistics. */
export function resetStatistics(node: string) {
  return api.delete('/api/reset/{node}', { path: { node } });
}
