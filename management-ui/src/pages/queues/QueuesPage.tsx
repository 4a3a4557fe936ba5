import { queuePath } from '@/api/queries/queue';
import { type Queue, useQueues } from '@/api/queries/queues';
import { useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { useSession } from '@/session/useSession';
import { BulkActions } from './BulkActions';
import { queueColumns } from './columns';
import { NewQueue } from './NewQueue';

const always = ['vhost', 'name', 'messages_ready', 'messages_unacknowledged', 'consumers'];
const rowKey = (queue: Queue) => `${queue.vhost}/${queue.name}`;

export default function QueuesPage() {
  const { vhost } = useVhost();
  const { isReadOnly } = useSession();
  const where = vhost === undefined ? 'the virtual hosts that you may see' : `the virtual host ${vhost}`;
  return (
    <ListPage<Queue>
      title="Queues"
      name="queues"
      columns={queueColumns}
      always={always}
      initialSort="name"
      useRows={useQueues}
      rowLink={queuePath}
      rowKey={rowKey}
      actions={<NewQueue />}
      bulk={isReadOnly ? undefined : (selection) => <BulkActions selection={selection} />}
      filterExample="type:quorum messages>1000 consumers=0"
      empty={
        <EmptyState
          title="No queues"
          reason={`There are none in ${where}: a client or a definition has to declare one.`}
        />
      }
    />
  );
}
