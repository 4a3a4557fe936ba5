import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { api, type Row } from '../client';
import { type ListRequest, queryOf } from './lists';

export type Queue = Row<'/api/queues'>;

/** A page of the queues, of all virtual hosts or of one. */
export function useQueues(vhost: string | undefined, list: ListRequest) {
  return useQuery({
    queryKey: ['queues', 'list', vhost, list] as const,
    queryFn: ({ signal }) =>
      vhost === undefined
        ? api.page('/api/queues', { query: queryOf(list), signal })
        : api.page('/api/queues/{vhost}', { path: { vhost }, query: queryOf(list), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}
