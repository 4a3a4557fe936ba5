import { Paper, SimpleGrid } from '@mantine/core';
import type { QueueDetail } from '@/api/queries/queue';
import { Stat } from '@/components/Stat';
import { formatAge, formatBytes, formatCount, formatRate, formatShortCount } from '@/format';

/** The queue in figures: what is in it, what happens in a second, and what it takes. */
export function QueueStats({ queue }: { readonly queue: QueueDetail }) {
  const { message_stats: stats } = queue;
  return (
    <Paper component="section" aria-label="Figures" withBorder radius="lg" p="md" bg="var(--surface)">
      <SimpleGrid component="dl" m={0} cols={{ base: 2, xs: 3, md: 5 }} spacing="md" verticalSpacing="md">
        <Stat
          label="Ready"
          value={formatShortCount(queue.messages_ready)}
          detail={formatBytes(queue.message_bytes_ready)}
        />
        <Stat
          label="Unacked"
          value={formatShortCount(queue.messages_unacknowledged)}
          detail={formatBytes(queue.message_bytes_unacknowledged)}
        />
        <Stat
          label="Publish"
          value={formatRate(stats?.publish_details?.rate ?? 0)}
          detail={`${formatShortCount(stats?.publish ?? 0)} in all`}
        />
        <Stat
          label="Deliver and get"
          value={formatRate(stats?.deliver_get_details?.rate ?? 0)}
          detail={`${formatShortCount(stats?.deliver_get ?? 0)} in all`}
        />
        <Stat
          label="Ack"
          value={formatRate(stats?.ack_details?.rate ?? 0)}
          detail={`${formatShortCount(stats?.ack ?? 0)} in all`}
        />
        <Stat
          label="Redelivered"
          value={formatRate(stats?.redeliver_details?.rate ?? 0)}
          detail={`${formatShortCount(stats?.redeliver ?? 0)} in all`}
        />
        <Stat label="Consumers" value={formatCount(queue.consumers)} />
        <Stat label="In memory" value={formatBytes(queue.memory)} detail="its messages take" />
        <Stat
          label="Not in memory"
          value={formatBytes(Math.max(0, queue.message_bytes - queue.memory))}
          detail={`of ${formatBytes(queue.message_bytes)} of payload`}
        />
        <Stat
          label="Last used"
          value={queue.idle_since === undefined ? 'now' : formatAge(queue.idle_since)}
          detail={queue.idle_since === undefined ? 'it is busy' : 'nothing since'}
        />
      </SimpleGrid>
    </Paper>
  );
}
