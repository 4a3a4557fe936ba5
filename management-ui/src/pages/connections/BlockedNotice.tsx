import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { AppLink } from '@/components/AppLink';

/** Says why a connection that publishes waits. */
export function BlockedNotice({ state }: { readonly state: string }) {
  if (state !== 'blocked' && state !== 'blocking') {
    return null;
  }
  return (
    <Alert
      color="orange"
      variant="light"
      radius="md"
      icon={<IconHandStop aria-hidden />}
      title={state === 'blocked' ? 'This connection is blocked' : 'This connection will be blocked when it publishes'}
      role="status"
    >
      Memory or disk of the broker is short, so what is published waits; a client that asked for it has been told.{' '}
      <AppLink to="/node" inherit c="inherit" underline="always">
        See what is short, and what to do
      </AppLink>
    </Alert>
  );
}
