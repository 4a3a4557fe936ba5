import { ActionIcon, Tooltip } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { type Consumer, cancelConsumer } from '@/api/queries/clients';
import { useConfirm } from '@/components/confirm';
import { formatMany } from '@/format';
import { useChange } from '@/live/useChange';
import { useSession } from '@/session/useSession';
import { labelOf, numberOf } from '../clients/names';

type Cancelled = Pick<Consumer, 'queue' | 'channel_details' | 'consumer_tag' | 'messages_unacknowledged' | 'exclusive'>;

/** What cancelling a consumer takes away. */
export function lossesOf({ queue, channel_details, messages_unacknowledged: unacked }: Cancelled): string[] {
  const client = labelOf({ ...channel_details, name: channel_details.connection_name });
  const losses = [
    `the subscription of ${client}, channel ${numberOf(channel_details.name)}, to ${queue.name}: its client is told`,
  ];
  if (unacked > 0) {
    losses.push(`nothing else: ${formatMany(unacked, 'unacked message')} can still be acknowledged`);
  }
  return losses;
}

/** Cancels one consumer, without closing its connection; for those who may. */
export function CancelConsumer({ consumer }: { readonly consumer: Cancelled }) {
  const { user, isAdministrator } = useSession();
  const confirm = useConfirm();
  const change = useChange();
  const { queue, channel_details, consumer_tag } = consumer;
  if (!isAdministrator && channel_details.user !== user.name) {
    return null;
  }
  return (
    <Tooltip label="Cancel this consumer">
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={`Cancel the consumer ${consumer_tag} of ${queue.name}`}
        onClick={() =>
          confirm({
            title: `Cancel the consumer “${consumer_tag}” of “${queue.name}”?`,
            losses: lossesOf(consumer),
            action: 'Cancel the consumer',
            run: () =>
              change.mutateAsync({
                run: () => cancelConsumer(consumer),
                done: `The consumer “${consumer_tag}” is cancelled.`,
              }),
          })
        }
      >
        <IconUserMinus size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
