import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { describeError } from '@/api/errors';
import { ErrorState } from './ErrorState';

interface ConfirmFormProps {
  /** What is lost, each thing by itself. */
  readonly losses: readonly ReactNode[];
  /** What the button says: the deed itself. */
  readonly action: string;
  /** When given, this must be typed before the button works. */
  readonly typed?: string | undefined;
  /** Does it, and sees that the form goes away; what it throws is shown, and the form stays. */
  readonly run: () => Promise<unknown>;
  readonly onCancel: () => void;
  /** What else there is to choose. */
  readonly children?: ReactNode;
}

/** Names what is lost, and asks for the deed. */
export function ConfirmForm({ losses, action, typed, run, onCancel, children }: ConfirmFormProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRunning(true);
    setError(undefined);
    try {
      await run();
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
              // biome-ignore lint/suspicious/noArrayIndexKey: each stands where it stands
              <List.Item key={index}>{loss}</List.Item>
            ))}
          </List>
        </div>
      )}
      {children}
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
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" color="red" loading={isRunning} disabled={typed !== undefined && text !== typed}>
          {action}
        </Button>
      </Group>
    </Stack>
  );
}
