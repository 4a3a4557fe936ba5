import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { QueueName } from './queue';

/** A job of the broker that moves or copies messages. */
export interface Transfer {
  readonly id: string;
  readonly vhost: string;
  readonly queue: string;
  readonly mode: 'move' | 'copy';
  readonly destination: {
    readonly original: boolean;
    readonly exchange: string | null;
    readonly routing_key: string | null;
  };
  readonly user: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly reason: string | null;
  readonly moved: number;
  readonly skipped: number;
  readonly total: number;
  readonly started: number;
  readonly ended: number | null;
}

export interface TransferOrder {
  readonly mode: 'move' | 'copy';
  readonly destination:
    | { readonly queue: string }
    | { readonly exchange: string; readonly routing_key?: string }
    | { readonly original: true };
  readonly count?: number;
  readonly positions?: readonly number[];
  readonly rate?: number;
}

const transfersKey = ['transfers'] as const;

/** The transfers out of a queue, newest first; asked for often while one runs. */
export function useTransfers({ vhost, name }: QueueName) {
  return useQuery({
    queryKey: transfersKey,
    queryFn: async ({ signal }) => (await (await request('/api/transfers', { signal })).json()) as Transfer[],
    select: (transfers) => transfers.filter((transfer) => transfer.vhost === vhost && transfer.queue === name),
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'running') ? 500 : false),
  });
}

export function useStartTransfer({ vhost, name }: QueueName) {
  const queries = useQueryClient();
  return async (order: TransferOrder): Promise<Transfer> => {
    const answer = await request(`/api/queues/${encodeURIComponent(vhost)}/${encodeURIComponent(name)}/transfers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(order),
    });
    const transfer = (await answer.json()) as Transfer;
    await queries.invalidateQueries({ queryKey: transfersKey });
    return transfer;
  };
}

export function useCancelTransfer() {
  const queries = useQueryClient();
  return async (id: string): Promise<void> => {
    await request(`/api/transfers/${encodeURIComponent(id)}`, { method: 'DELETE' });
    await queries.invalidateQueries({ queryKey: transfersKey });
  };
}
