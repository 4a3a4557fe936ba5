import { type Channel, useChannels } from '@/api/queries/clients';
import { useVhost } from '@/app/useVhost';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { channelPath } from '../clients/names';
import { channelColumns } from './columns';

const always = ['name'];

/** What clients publish and consume on. */
export default function ChannelsPage() {
  const { vhost } = useVhost();
  return (
    <ListPage<Channel>
      title="Channels"
      name="channels"
      columns={channelColumns}
      always={always}
      initialSort="name"
      useRows={useChannels}
      rowKey={({ name }) => name}
      rowLink={({ name }) => channelPath(name)}
      filterExample="warehouse messages_unacknowledged>0 confirm:false"
      actions={
        <AppLink to="/closed?filter=type:channel" size="sm">
          Recently closed
        </AppLink>
      }
      empty={
        <EmptyState
          title="No channels"
          reason={`No client has one open on ${vhost === undefined ? 'the connections that you may see' : `the virtual host ${vhost}`}. The recently closed tell of those that ended.`}
        />
      }
    />
  );
}
