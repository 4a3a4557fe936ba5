import { useQuery } from '@tanstack/react-query';
import { api } from '../client';

/** The first names of queues or exchanges in a virtual host that have a text in them, as suggestions. */
export function useNames(vhost: string, kind: 'queue' | 'exchange', text = '') {
  return useQuery({
    queryKey: [`${kind}s`, 'names', vhost, text, 'suggested'] as const,
    queryFn: async ({ signal }) => {
      const query = { page: 1, page_size: 50, columns: 'name', sort: 'name', name: text };
      const { items } =
        kind === 'queue'
          ? await api.page('/api/queues/{vhost}', { path: { vhost }, query, signal })
          : await api.page('/api/exchanges/{vhost}', { path: { vhost }, query, signal });
      return items.map(({ name }) => name);
    },
    placeholderData: (before) => before,
  });
}
