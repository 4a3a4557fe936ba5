import { type Consumer, useConsumers } from '@/api/queries/clients';
import { useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { channelPath } from '../clients/names';
import { consumerColumns } from './columns';

const always = ['queue', 'channel_details', 'consumer_tag'];

/** Who consumes what, and who falls behind. */
export default function ConsumersPage() {
  const { vhost } = useVhost();
  return (
    <ListPage<Consumer>
      title="Consumers"
      name="consumers"
      columns={consumerColumns}
      always={always}
      initialSort="queue.name"
      useRows={useConsumers}
      rowKey={({ channel_details, consumer_tag }) => `${channel_details.name} ${consumer_tag}`}
      rowLink={({ channel_details }) => channelPath(channel_details.name)}
      filterExample="orders messages_unacknowledged>100 prefetch_count=0"
      empty={
        <EmptyState
          title="No consumers"
          reason={`Nobody consumes from a queue of ${vhost === undefined ? 'the virtual hosts that you may see' : `the virtual host ${vhost}`}: what is published there stays in the queues.`}
        />
      }
    />
  );
}
