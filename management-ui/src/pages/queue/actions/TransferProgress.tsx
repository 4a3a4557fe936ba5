import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type QueueName, useRefreshQueues } from '@/api/queries/queue';
import { type Transfer, useCancelTransfer, useTransfers } from '@/api/queries/transfers';
import { notifyError } from '@/components/notify';
import { formatCount } from '@/format';
import { useSession } from '@/session/useSession';

const looks = { running: 'teal', done: 'teal', cancelled: 'orange', failed: 'red' } as const;

/** How moving and copying out of this queue goes; what ended lately stays to be read until it is closed. */
export function TransferProgress({ queue }: { readonly queue: QueueName }) {
  const { data: transfers = [] } = useTransfers(queue);
  const [openedAt] = useState(() => Date.now());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const refresh = useRefreshQueues();
  const states = transfers.map(({ id, state }) => `${id} ${state}`).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: with each that begins or ends the queue is another
  useEffect(() => void refresh(), [states, refresh]);

  return transfers
    .filter(({ id, state, started }) => state === 'running' || (started >= openedAt - 5000 && !closed.has(id)))
    .map((transfer) => (
      <TransferAlert
        key={transfer.id}
        transfer={transfer}
        onClose={() => setClosed((old) => new Set(old).add(transfer.id))}
      />
    ));
}

function TransferAlert({ transfer, onClose }: { readonly transfer: Transfer; readonly onClose: () => void }) {
  const { state, moved, total, skipped, reason } = transfer;
  const cancel = useCancelTransfer();
  const { user, isAdministrator } = useSession();
  const isRunning = state === 'running';
  const mayCancel = isAdministrator || transfer.user === user.name;
  return (
    <Alert
      variant="light"
      color={looks[state]}
      title={titleOf(transfer)}
      role="status"
      withCloseButton={!isRunning}
      closeButtonLabel="Close"
      onClose={onClose}
    >
      <Group gap="md">
        <Progress
          flex="1 1 200px"
          color={looks[state]}
          value={total === 0 ? 100 : (moved / total) * 100}
          aria-label={`${formatCount(moved)} of ${formatCount(total)}`}
        />
        <Text size="sm" className="numeric">
          {formatCount(moved)} of {formatCount(total)}
          {skipped > 0 && `, ${formatCount(skipped)} skipped`}
        </Text>
        {isRunning && mayCancel && (
          <Button size="xs" variant="default" onClick={() => void cancel(transfer.id).catch(notifyError)}>
            Cancel
          </Button>
        )}
      </Group>
      {reason !== null && reason !== '' && (
        <Text size="sm" mt={4}>
          {reason}
        </Text>
      )}
    </Alert>
  );
}

function titleOf({ mode, state, destination: { original, exchange, routing_key: key } }: Transfer): string {
  const where = original
    ? 'where they came from'
    : exchange === '' || exchange === null
      ? `queue ${key ?? ''}`
      : `exchange ${exchange}`;
  switch (state) {
    case 'running':
      return `${mode === 'move' ? 'Moving' : 'Copying'} to ${where}`;
    case 'done':
      return `${mode === 'move' ? 'Moved' : 'Copied'} to ${where}`;
    case 'cancelled':
      return `Cancelled on the way to ${where}`;
    default:
      return `Could not ${mode} all to ${where}`;
  }
}
