import { Checkbox, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api } from '@/api/client';
import { type QueueDetail, useQueueBindings } from '@/api/queries/queue';
import { useKeepVhost } from '@/app/useVhost';
import { ConfirmForm } from '@/components/ConfirmForm';
import { useChange } from '@/live/useChange';
import { deleteLosses } from './losses';

interface DeleteDialogProps {
  readonly queue: QueueDetail;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before a queue is deleted, names what goes with it, and can leave the last word to the broker: only if empty, only if unused. */
export function DeleteDialog({ queue, isOpen, onClose }: DeleteDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      centered
      title={<Text fw={650}>Delete queue “{queue.name}”?</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <DeleteForm queue={queue} onClose={onClose} />
    </Modal>
  );
}

function DeleteForm({ queue, onClose }: Omit<DeleteDialogProps, 'isOpen'>) {
  const { vhost, name } = queue;
  const { data: bindings } = useQueueBindings(queue);
  const [ifEmpty, setIfEmpty] = useState(false);
  const [ifUnused, setIfUnused] = useState(false);
  const change = useChange();
  const keep = useKeepVhost();

  const remove = () =>
    change.mutateAsync({
      run: () =>
        api.delete('/api/queues/{vhost}/{name}', {
          path: { vhost, name },
          query: { ...(ifEmpty ? { 'if-empty': true } : {}), ...(ifUnused ? { 'if-unused': true } : {}) },
        }),
      done: `Deleted queue ${name}.`,
      to: keep('/queues'),
    });

  return (
    <ConfirmForm
      losses={deleteLosses(queue, bindings)}
      action="Delete the queue"
      typed={queue.messages > 0 && !ifEmpty ? name : undefined}
      run={remove}
      onCancel={onClose}
    >
      {queue.type !== 'quorum' && (
        <Stack gap={8}>
          <Checkbox
            label="Only if it is empty by then"
            checked={ifEmpty}
            onChange={(event) => setIfEmpty(event.currentTarget.checked)}
          />
          <Checkbox
            label="Only if nobody consumes from it"
            checked={ifUnused}
            onChange={(event) => setIfUnused(event.currentTarget.checked)}
          />
        </Stack>
      )}
    </ConfirmForm>
  );
}
