import { type Connection, useConnections } from '@/api/queries/clients';
import { useVhost } from '@/app/useVhost';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { useSession } from '@/session/useSession';
import { connectionPath } from '../clients/names';
import { connectionColumns } from './columns';

const always = ['name'];

/** Who is connected. */
export default function ConnectionsPage() {
  const { vhost } = useVhost();
  const { isMonitor, user } = useSession();
  const whose = isMonitor ? 'No client' : `No client that logged in as ${user.name}`;
  return (
    <ListPage<Connection>
      title="Connections"
      name="connections"
      columns={connectionColumns}
      always={always}
      initialSort="user_provided_name"
      useRows={useConnections}
      rowKey={({ name }) => name}
      rowLink={({ name }) => connectionPath(name)}
      filterExample="checkout user:shop* state:blocked"
      actions={
        <AppLink to="/closed?filter=type:connection" size="sm">
          Recently closed
        </AppLink>
      }
      empty={
        <EmptyState
          title="No connections"
          reason={`${whose} is connected to ${vhost === undefined ? 'the broker' : `the virtual host ${vhost}`} now. The recently closed tell who was, and why it ended.`}
        />
      }
    />
  );
}
