import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { describeError } from '@/api/errors';
import { ErrorState } from '@/components/ErrorState';
import { useChange } from '@/live/useChange';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The window of a form; the form begins anew each time it is opened. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={650}>{title}</Text>}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
    </Modal>
  );
}

interface DialogFormProps {
  /** What the button says: the deed itself. */
  readonly action: string;
  /** What to say when it is done. */
  readonly done: string;
  /** Whether it can be sent as it is. */
  readonly isValid: boolean;
  readonly run: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The form in a dialog: what the broker says against it is shown, and what was typed stays. */
export function DialogForm({ action, done, isValid, run, onClose, children }: DialogFormProps) {
  const change = useChange();
  const [isTried, setTried] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (isValid) {
      change.mutate({ run, done }, { onSuccess: onClose });
    }
  }

  return (
    <Stack component="form" gap="md" onSubmit={submit}>
      {children}
      {isTried && !isValid && (
        <Text size="sm" c="var(--series-6)" role="alert">
          Something above is missing or wrong.
        </Text>
      )}
      {change.isError && <ErrorState message={describeError(change.error)} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={change.isPending}>
          {action}
        </Button>
      </Group>
    </Stack>
  );
}
