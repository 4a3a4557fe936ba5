import { Modal, Text, TextInput } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { ConfirmForm } from './ConfirmForm';
import { type Confirmation, ConfirmContext } from './confirm';

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
  const { answer, run, ...form } = confirmation;
  const [answered, setAnswered] = useState('');

  async function submit() {
    await run(answered.trim());
    onClose();
  }

  return (
    <ConfirmForm {...form} run={submit} onCancel={onClose}>
      {answer !== undefined && (
        <TextInput
          {...answer}
          value={answered}
          onChange={(event) => setAnswered(event.currentTarget.value)}
          data-autofocus={form.typed === undefined}
        />
      )}
    </ConfirmForm>
  );
}
