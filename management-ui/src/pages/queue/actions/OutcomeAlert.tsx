import { Alert } from '@mantine/core';
import { formatCount } from '@/format';
import type { Outcome } from './usePublishing';

/** How much of what was published went into a queue. */
export function OutcomeAlert({ sent, routed }: Outcome) {
  const isAll = routed === sent;
  return (
    <Alert
      role="status"
      variant="light"
      color={isAll ? 'teal' : 'orange'}
      title={
        sent === 1
          ? isAll
            ? 'Published, and routed to a queue'
            : 'Published, but routed to no queue'
          : `Published ${formatCount(sent)}, of which ${formatCount(routed)} were routed to a queue`
      }
    >
      {isAll ? '' : 'No binding of the exchange is for this routing key; what is not routed is dropped.'}
    </Alert>
  );
}
