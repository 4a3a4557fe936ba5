import type { QueueDetail } from '@/api/queries/queue';
import { RateStat } from '@/components/RateStat';
import { Stat } from '@/components/Stat';
import { Totals } from '@/components/Totals';
import { formatAge, formatBytes, formatCount, formatShortCount } from '@/format';

/** The queue in figures: what is in it, what happens in a second, and what it takes. */
export function QueueStats({ queue }: { readonly queue: QueueDetail }) {
  const { message_stats: stats } = queue;
  return (
    <Totals label="Figures" columns={5}>
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
      <RateStat label="Publish" count={stats?.publish} details={stats?.publish_details} />
      <RateStat label="Deliver and get" count={stats?.deliver_get} details={stats?.deliver_get_details} />
      <RateStat label="Ack" count={stats?.ack} details={stats?.ack_details} />
      <RateStat label="Redelivered" count={stats?.redeliver} details={stats?.redeliver_details} />
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
    </Totals>
  );
}
