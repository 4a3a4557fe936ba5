import { Group, Progress, Text } from '@mantine/core';
import { formatCount, formatPercent } from '@/format';

/** How many of the messages that it may hold a consumer or channel holds. */
export function Window({ unacked, prefetch }: { readonly unacked: number; readonly prefetch: number }) {
  if (prefetch === 0) {
    return <>{formatCount(unacked)}</>;
  }
  const isFull = unacked >= prefetch;
  return (
    <Group gap={8} wrap="nowrap" justify="flex-end">
      <Progress.Root size="sm" radius="xl" w={44} style={{ flex: 'none' }}>
        <Progress.Section
          value={Math.min(100, (unacked / prefetch) * 100)}
          color={isFull ? 'orange' : 'teal'}
          aria-label={`${formatPercent(unacked, prefetch)} of the prefetch`}
        />
      </Progress.Root>
      <Text span size="sm" className="numeric" fw={isFull ? 650 : 400}>
        {formatCount(unacked)}
      </Text>
    </Group>
  );
}
