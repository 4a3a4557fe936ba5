import { queryOptions, useQuery } from '@tanstack/react-query';
import { useVhost } from '@/app/useVhost';
import { live } from '@/live/live';
import { api } from '../client';
import { type Range, samplesOf } from './ranges';

/** Where events put the overview. */
export const overviewKey = ['overview'] as const;

/** The broker at a glance; events keep it up to date. */
const overviewQuery = queryOptions({
  queryKey: overviewKey,
  queryFn: ({ signal }) => api.get('/api/overview', { signal }),
});

export function useOverview() {
  return useQuery(overviewQuery);
}

/** The same with the samples of a range, of one virtual host when one is chosen. */
export function useOverviewHistory(range: Range) {
  const { vhost } = useVhost();
  return useQuery({
    queryKey: ['overview', 'history', range.id, vhost] as const,
    queryFn: ({ signal }) =>
      api.get('/api/overview', {
        query: samplesOf(range),
        headers: vhost === undefined ? {} : { 'x-vhost': vhost },
        signal,
      }),
    meta: live,
    placeholderData: (before) => before,
  });
}
