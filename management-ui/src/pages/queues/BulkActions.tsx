import { Button } from '@mantine/core';
import { IconEraser, IconTrash } from '@tabler/icons-react';
import { api } from '@/api/client';
import { purgeQueue } from '@/api/queries/messages';
import type { Queue } from '@/api/queries/queues';
import { useConfirm } from '@/components/confirm';
import type { Selection } from '@/components/table/useSelection';
import { formatCount, formatMany } from '@/format';
import { useChange } from '@/live/useChange';
import { deedsWithQueue } from '@/session/deeds';
import type { Rights } from '@/session/rights';
import { useRights } from '@/session/useRights';
import { useSession } from '@/session/useSession';
import { eachOf, lossesOfMany } from './many';

/** What may be done with a queue that is ticked. */
export function bulkDeeds(rights: Rights, isReadOnly: boolean, queue: Pick<Queue, 'vhost' | 'name'>) {
  const { take, remove } = deedsWithQueue(rights, isReadOnly, queue);
  return { purge: take, remove };
}

/** What can be done to the queues that are ticked, to those of them that one may; each is asked of the broker by itself, and those that it refuses are named. */
export function BulkActions({ selection }: { readonly selection: Selection<Queue> }) {
  const confirm = useConfirm();
  const change = useChange();
  const rights = useRights();
  const { isReadOnly } = useSession();
  const { rows, set } = selection;
  const those = (deed: 'purge' | 'remove') => rows.filter((queue) => bulkDeeds(rights, isReadOnly, queue)[deed]);
  const [purgeable, removable] = [those('purge'), those('remove')];

  const ask = (verb: 'Purge' | 'Delete', queues: readonly Queue[], run: (queue: Queue) => Promise<unknown>) => {
    const many = formatMany(queues.length, 'queue');
    return confirm({
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
  };

  return (
    <>
      {purgeable.length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEraser size={14} aria-hidden />}
          onClick={() => ask('Purge', purgeable, purgeQueue)}
        >
          Purge{countOf(purgeable, rows)}…
        </Button>
      )}
      {removable.length > 0 && (
        <Button
          size="xs"
          variant="light"
          color="red"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() =>
            ask('Delete', removable, ({ vhost, name }) =>
              api.delete('/api/queues/{vhost}/{name}', { path: { vhost, name } }),
            )
          }
        >
          Delete{countOf(removable, rows)}…
        </Button>
      )}
    </>
  );
}

/** Said when it is for some of them only. */
function countOf(those: readonly Queue[], all: readonly Queue[]): string {
  return those.length === all.length ? '' : ` ${formatCount(those.length)} of them`;
}
