import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Says that something could not be had, and why. */
export function ErrorState({ message, children }: { readonly message: string; readonly children?: ReactNode }) {
  return (
    <Alert color="red" variant="light" radius="md" icon={<IconAlertCircle aria-hidden />} title={message} role="alert">
      {children}
    </Alert>
  );
}
