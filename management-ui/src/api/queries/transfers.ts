import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type BodyOf, type Row } from '../client';
import type { QueueName } from './queue';

/** A job of the broker that moves or copies messages. */
export type Transfer = Row<'/api/transfers'>;
export type TransferOrder = BodyOf<'/api/queues/{vhost}/{name}/transfers', 'post'>;

const transfersKey = ['transfers'] as const;

/** The transfers out of a queue, newest first; asked for often while one runs. */
export function useTransfers({ vhost, name }: QueueName) {
  return useQuery({
    queryKey: transfersKey,
    queryFn: ({ signal }) => api.list('/api/transfers', { signal }),
    select: useCallback(
      (transfers: readonly Transfer[]) =>
        transfers.filter((transfer) => transfer.vhost === vhost && transfer.queue === name),
      [vhost, name],
    ),
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'running') ? 500 : false),
  });
}

export function useStartTransfer({ vhost, name }: QueueName) {
  const queries = useQueryClient();
  return async (order: TransferOrder) => {
    await api.post('/api/queues/{vhost}/{name}/transfers', { path: { vhost, name }, body: order });
    await queries.invalidateQueries({ queryKey: transfersKey });
  };
}

export function useCancelTransfer() {
  const queries = useQueryClient();
  return async (id: string) => {
    await api.delete('/api/transfers/{id}', { path: { id } });
    await queries.invalidateQueries({ queryKey: transfersKey });
  };
}
