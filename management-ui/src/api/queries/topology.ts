import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { api, type Row } from '../client';

export interface VhostTopology {
  readonly exchanges: readonly Row<'/api/exchanges'>[];
  readonly bindings: readonly Row<'/api/bindings'>[];
  readonly queues: readonly Row<'/api/queues'>[];
  readonly consumers: readonly Row<'/api/consumers'>[];
  readonly policies: readonly Row<'/api/policies'>[];
}

const exchangeColumns =
  'name,vhost,type,durable,internal,arguments,policy,message_stats.publish_in_details.rate,message_stats.publish_out_details.rate';
const queueColumns =
  'name,vhost,type,arguments,policy,effective_policy_definition,messages,messages_ready,consumers,state,message_stats.publish_details.rate,message_stats.deliver_get_details.rate';
const consumerColumns =
  'consumer_tag,queue,channel_details.connection_name,channel_details.user,channel_details.user_provided_name';

/** Everything that messages pass in a virtual host, and how much of it. */
export function useTopology(vhost: string | undefined) {
  return useQuery({
    queryKey: ['topology', vhost] as const,
    queryFn: async ({ signal }): Promise<VhostTopology> => {
      const path = { vhost: vhost ?? '/' };
      const [exchanges, bindings, queues, consumers, policies] = await Promise.all([
        api.list('/api/exchanges/{vhost}', { path, query: { columns: exchangeColumns }, signal }),
        api.list('/api/bindings/{vhost}', { path, signal }),
        api.list('/api/queues/{vhost}', { path, query: { columns: queueColumns }, signal }),
        api.list('/api/consumers/{vhost}', { path, query: { columns: consumerColumns }, signal }),
        api.list('/api/policies/{vhost}', { path, signal }),
      ]);
      return { exchanges, bindings, queues, consumers, policies };
    },
    enabled: vhost !== undefined,
    meta: live,
  });
}
