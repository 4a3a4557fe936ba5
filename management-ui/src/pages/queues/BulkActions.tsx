import { Button } from '@mantine/core';
import { IconEraser, IconTrash } from '@tabler/icons-react';
import { api } from '@/api/client';
import { purgeQueue } from '@/api/queries/messages';
import type { Queue } from '@/api/queries/queues';
import { useConfirm } from '@/components/confirm';
import type { Selection } from '@/components/table/useSelection';
import { formatMany } from '@/format';
import { useChange } from '@/live/useChange';
import { eachOf, lossesOfMany } from './many';

/** What can be done to the queues that are ticked; each is asked of the broker by itself, and those that it refuses are named. */
export function BulkActions({ selection }: { readonly selection: Selection<Queue> }) {
  const confirm = useConfirm();
  const change = useChange();
  const { rows: queues, set } = selection;
  const many = formatMany(queues.length, 'queue');

  const ask = (verb: 'Purge' | 'Delete', run: (queue: Queue) => Promise<unknown>) =>
    confirm({
      title: `${verb} ${many}?`,
      losses: lossesOfMany(queues, verb === 'Delete'),
      action: `${verb} ${many}`,
      typed: many,
      run: () =>
        change.mutateAsync({
          run: () =>
            eachOf(queues, async (queue) => {
              await run(queue);
              set([queue], false);
            }),
          done: `${verb}d ${many}.`,
        }),
    });

  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconEraser size={14} aria-hidden />}
        onClick={() => ask('Purge', purgeQueue)}
      >
        Purge…
      </Button>
      <Button
        size="xs"
        variant="light"
        color="red"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() =>
          ask('Delete', ({ vhost, name }) => api.delete('/api/queues/{vhost}/{name}', { path: { vhost, name } }))
        }
      >
        Delete…
      </Button>
    </>
  );
}
