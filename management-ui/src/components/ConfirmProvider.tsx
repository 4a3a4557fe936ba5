import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useCallback, useState } from 'react';
import { describeError } from '@/api/errors';
import { type Confirmation, ConfirmContext } from './confirm';
import { ErrorState } from './ErrorState';

/** Holds the one dialog that `useConfirm` opens. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [confirmation, setConfirmation] = useState<Confirmation>();
  const [isOpen, setOpen] = useState(false);
  const ask = useCallback((asked: Confirmation) => {
    setConfirmation(asked);
    setOpen(true);
  }, []);

  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={<Text fw={650}>{confirmation?.title}</Text>}
        centered
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {confirmation && <Question confirmation={confirmation} onClose={() => setOpen(false)} />}
      </Modal>
    </ConfirmContext>
  );
}

function Question({ confirmation, onClose }: { readonly confirmation: Confirmation; readonly onClose: () => void }) {
  const { losses, action, typed, answer, run } = confirmation;
  const [text, setText] = useState('');
  const [answered, setAnswered] = useState('');
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRunning(true);
    setError(undefined);
    try {
      await run(answered.trim());
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Stack component="form" onSubmit={submit} gap="md">
      {losses.length > 0 && (
        <div>
          <Text size="sm">This will be lost:</Text>
          <List size="sm" mt={4}>
            {losses.map((loss, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
              <List.Item key={index}>{loss}</List.Item>
            ))}
          </List>
        </div>
      )}
      {answer !== undefined && (
        <TextInput
          {...answer}
          value={answered}
          onChange={(event) => setAnswered(event.currentTarget.value)}
          data-autofocus={typed === undefined}
        />
      )}
      {typed !== undefined && (
        <TextInput
          label={`Type “${typed}” to go on`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {error !== undefined && <ErrorState message={describeError(error)} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color="red" loading={isRunning} disabled={typed !== undefined && text !== typed}>
          {action}
        </Button>
      </Group>
    </Stack>
  );
}
