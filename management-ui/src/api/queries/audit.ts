import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { api, type Row } from '../client';
import { type ListRequest, queryOf } from './lists';

export type AuditEntry = Row<'/api/audit'>;

/** A page of the last changes, the newest first; of one virtual host when one is chosen. */
export function useAudit(vhost: string | undefined, list: ListRequest) {
  const filter = vhost === undefined ? list.filter : `${list.filter} vhost:"${vhost}"`.trim();
  return useQuery({
    queryKey: ['audit', filter, list] as const,
    queryFn: ({ signal }) => api.page('/api/audit', { query: queryOf({ ...list, filter }), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}
