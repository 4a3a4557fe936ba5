import { useCallback } from 'react';
import { queuePath } from '@/api/queries/queue';
import { type Queue, useQueues } from '@/api/queries/queues';
import { useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { NoEntry } from '@/session/Refusal';
import { useRights } from '@/session/useRights';
import { useSession } from '@/session/useSession';
import { BulkActions, bulkDeeds } from './BulkActions';
import { queueColumns } from './columns';
import { NewQueue } from './NewQueue';

const always = ['vhost', 'name', 'messages_ready', 'messages_unacknowledged', 'consumers'];
const rowKey = (queue: Queue) => `${queue.vhost}/${queue.name}`;

export default function QueuesPage() {
  const { vhost } = useVhost();
  const rights = useRights();
  const { isReadOnly } = useSession();
  const mayTick = useCallback(
    (queue: Queue) => Object.values(bulkDeeds(rights, isReadOnly, queue)).some(Boolean),
    [rights, isReadOnly],
  );
  if (vhost !== undefined && !rights.mayEnter(vhost)) {
    return <NoEntry title="Queues" vhost={vhost} />;
  }
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
      mayTick={mayTick}
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
