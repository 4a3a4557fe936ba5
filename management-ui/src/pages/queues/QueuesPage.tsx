import { type Queue, useQueues } from '@/api/queries/queues';
import { useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { NoEntry } from '@/session/Refusal';
import { useRights } from '@/session/useRights';
import { queuePath } from '../queue/useQueueName';
import { queueColumns } from './columns';
import { NewQueue } from './NewQueue';

const always = ['vhost', 'name'];

export default function QueuesPage() {
  const { vhost } = useVhost();
  const { mayEnter } = useRights();
  if (vhost !== undefined && !mayEnter(vhost)) {
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
      rowKey={(queue) => `${queue.vhost}/${queue.name}`}
      actions={<NewQueue />}
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
