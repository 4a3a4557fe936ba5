import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { live } from '@/live/live';
import { type Answer, api, type Row } from '../client';
import { type Range, samplesOf } from './ranges';

/** A queue by its name. */
export interface QueueName {
  readonly vhost: string;
  readonly name: string;
}

/** Where the page of a queue is. */
export function queuePath({ vhost, name }: QueueName, search = ''): string {
  return `/queues/${encodeURIComponent(vhost)}/${encodeURIComponent(name)}${search}`;
}

export type QueueDetail = Answer<'/api/queues/{vhost}/{name}'>;
export type QueueConsumer = NonNullable<QueueDetail['consumer_details']>[number];
export type Binding = Row<'/api/queues/{vhost}/{name}/bindings'>;
export type Policy = Row<'/api/policies/{vhost}'>;

/** One queue with the samples of a range. */
export function useQueue({ vhost, name }: QueueName, range: Range) {
  return useQuery({
    queryKey: ['queue', vhost, name, 'detail', range.id] as const,
    queryFn: ({ signal }) =>
      api.get('/api/queues/{vhost}/{name}', { path: { vhost, name }, query: samplesOf(range), signal }),
    meta: live,
    placeholderData: (before) => (before?.name === name && before.vhost === vhost ? before : undefined),
  });
}

/** What is bound to a queue. */
export function useQueueBindings({ vhost, name }: QueueName) {
  return useQuery({
    queryKey: ['queue', vhost, name, 'bindings'] as const,
    queryFn: ({ signal }) => api.list('/api/queues/{vhost}/{name}/bindings', { path: { vhost, name }, signal }),
    meta: live,
  });
}

/** The policies of a virtual host, of users and of operators. */
export function usePolicies(vhost: string) {
  return useQuery({
    queryKey: ['policies', 'of', vhost] as const,
    queryFn: async ({ signal }) => {
      const [users, operators] = await Promise.all([
        api.list('/api/policies/{vhost}', { path: { vhost }, signal }),
        api.list('/api/operator-policies/{vhost}', { path: { vhost }, signal }),
      ]);
      return { users, operators };
    },
    meta: live,
  });
}

/** The names of the exchanges of a virtual host; "" is the default exchange. */
export function useExchangeNames(vhost: string) {
  return useQuery({
    queryKey: ['exchanges', 'names', vhost] as const,
    queryFn: async ({ signal }) =>
      (await api.list('/api/exchanges/{vhost}', { path: { vhost }, query: { columns: 'name' }, signal })).map(
        (exchange) => exchange.name,
      ),
    meta: live,
  });
}

/** Has everything about queues read again, after something was done to one. */
export function useRefreshQueues(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await queries.invalidateQueries({
      predicate: ({ queryKey: [first] }) => first === 'queue' || first === 'queues' || first === 'exchanges',
      refetchType: 'active',
    });
  }, [queries]);
}
