import { Button, Checkbox, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { type QueueDetail, useQueueBindings } from '@/api/queries/queue';
import { useKeepVhost } from '@/app/useVhost';
import { ErrorState } from '@/components/ErrorState';
import { notifyDone } from '@/components/notify';
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
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keep = useKeepVhost();
  const mustType = queue.messages > 0 && !ifEmpty;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRunning(true);
    setError(undefined);
    try {
      await api.delete('/api/queues/{vhost}/{name}', {
        path: { vhost, name },
        query: { ...(ifEmpty ? { 'if-empty': true } : {}), ...(ifUnused ? { 'if-unused': true } : {}) },
      });
      notifyDone(`Deleted queue ${name}.`);
      await navigate(keep('/queues'));
      // Only the lists: what is gone is not asked for again.
      await queries.invalidateQueries({ queryKey: ['queues'] });
    } catch (caught) {
      setError(caught);
      setRunning(false);
    }
  }

  return (
    <Stack component="form" onSubmit={submit} gap="md">
      <div>
        <Text size="sm">This will be lost:</Text>
        <List size="sm" mt={4}>
          {deleteLosses(queue, bindings).map((loss) => (
            <List.Item key={loss}>{loss}</List.Item>
          ))}
        </List>
      </div>
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
      {mustType && (
        <TextInput
          label={`Type “${name}” to go on`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {error !== undefined && <ErrorState message={describeError(error)} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color="red" loading={isRunning} disabled={mustType && typed !== name}>
          Delete the queue
        </Button>
      </Group>
    </Stack>
  );
}
