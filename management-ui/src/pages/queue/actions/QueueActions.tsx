import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDotsVertical,
  IconDownload,
  IconEraser,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { purgeQueue } from '@/api/queries/messages';
import type { QueueDetail } from '@/api/queries/queue';
import { useAddress, withParameter } from '@/app/useAddress';
import { useConfirm } from '@/components/confirm';
import { formatMany } from '@/format';
import { useChange } from '@/live/useChange';
import { useQueueDeeds } from '@/session/useRights';
import { DeleteDialog } from './DeleteDialog';
import { GetDrawer } from './GetDrawer';
import { purgeLosses } from './losses';
import { PublishDrawer } from './PublishDrawer';
import { emptyDraft } from './publication';
import { TransferDrawer } from './TransferDrawer';

type Deed = 'publish' | 'get' | 'transfer' | 'delete';

/** What can be done to a queue by who is logged in. The form that is open stands in the address. */
export function QueueActions({ queue }: { readonly queue: QueueDetail }) {
  const may = useQueueDeeds(queue);
  const [search, change] = useAddress();
  const confirm = useConfirm();
  const purging = useChange();
  const deed = search.get('do');
  const open = (wanted: Deed) => change((old) => withParameter(old, 'do', wanted), true);
  const close = () => change((old) => withParameter(old, 'do', undefined));

  const purge = () =>
    confirm({
      title: `Purge queue “${queue.name}”?`,
      losses: purgeLosses(queue),
      action: `Drop ${formatMany(queue.messages_ready, 'message')}`,
      run: () => purging.mutateAsync({ run: () => purgeQueue(queue), done: `Purged queue ${queue.name}.` }),
    });

  return (
    <>
      {may.publish && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => open('publish')}>
          Publish
        </Button>
      )}
      {may.transfer && (
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
          onClick={() => open('transfer')}
        >
          Move or copy
        </Button>
      )}
      {(may.take || may.remove) && (
        <Menu position="bottom-end" shadow="md" width={210}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More that can be done">
              <IconDotsVertical size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {may.take && (
              <>
                <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => open('get')}>
                  Get messages…
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item
                  leftSection={<IconEraser size={16} aria-hidden />}
                  disabled={queue.messages_ready === 0}
                  onClick={purge}
                >
                  Purge…
                </Menu.Item>
              </>
            )}
            {may.take && may.remove && <Menu.Divider />}
            {may.remove && (
              <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => open('delete')}>
                Delete…
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <PublishDrawer
        vhost={queue.vhost}
        draft={emptyDraft('', queue.name)}
        title={`Publish to ${queue.name}`}
        isOpen={may.publish && deed === 'publish'}
        onClose={close}
      />
      <GetDrawer queueName={queue} isOpen={may.take && deed === 'get'} onClose={close} />
      <TransferDrawer
        queueName={queue}
        ready={queue.messages_ready}
        positions={[]}
        isOpen={may.transfer && deed === 'transfer'}
        onClose={close}
      />
      <DeleteDialog queue={queue} isOpen={may.remove && deed === 'delete'} onClose={close} />
    </>
  );
}
