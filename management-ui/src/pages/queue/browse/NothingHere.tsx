import { Button } from '@mantine/core';
import { EmptyState } from '@/components/EmptyState';
import { formatCount } from '@/format';

interface NothingHereProps {
  readonly isSearch: boolean;
  readonly isStart: boolean;
  readonly ready: number;
  readonly unacked: number;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onStart: () => void;
}

/** Why no message is shown, and where there may be some. */
export function NothingHere({ isSearch, isStart, ready, unacked, hasMore, onMore, onStart }: NothingHereProps) {
  if (hasMore) {
    return (
      <EmptyState
        title="Nothing found so far"
        reason="The broker looks at 20,000 messages at a time; there are more behind these."
        action={
          <Button mt="xs" size="xs" variant="light" onClick={onMore}>
            Look further
          </Button>
        }
      />
    );
  }
  if (isSearch || !isStart) {
    return (
      <EmptyState
        title={isSearch ? 'No message has this text' : 'There is nothing behind this place'}
        reason={`The queue holds ${formatCount(ready)} ready messages.`}
        action={
          <Button mt="xs" size="xs" variant="light" onClick={onStart}>
            Show all from the first
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title="No message waits"
      reason={
        unacked > 0
          ? `${formatCount(unacked)} are with consumers and not acked; those come back here only if they are rejected or the consumer fails.`
          : 'Nothing has come in, or everything was taken.'
      }
    />
  );
}
