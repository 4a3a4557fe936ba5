import type { Answer } from '@/api/client';
import { AppLink } from '@/components/AppLink';
import { RateStat } from '@/components/RateStat';
import { Stat } from '@/components/Stat';
import { Totals } from '@/components/Totals';
import { formatCount, formatRate, formatShortCount } from '@/format';

type Overview = Answer<'/api/overview'>;

/** Everything in figures: what there is, and what happens in a second. */
export function OverviewTotals({
  overview: { object_totals: objects, queue_totals: queued, message_stats: stats },
}: {
  readonly overview: Overview;
}) {
  return (
    <Totals label="Totals" columns={5}>
      <Stat
        label="Ready"
        value={formatShortCount(queued.messages_ready)}
        detail={change(queued.messages_ready_details?.rate)}
      />
      <Stat
        label="Unacked"
        value={formatShortCount(queued.messages_unacknowledged)}
        detail={change(queued.messages_unacknowledged_details?.rate)}
      />
      <RateStat label="Publish" count={stats?.publish} details={stats?.publish_details} />
      <RateStat label="Deliver and get" count={stats?.deliver_get} details={stats?.deliver_get_details} />
      <RateStat label="Ack" count={stats?.ack} details={stats?.ack_details} />
      <LinkedStat label="Connections" to="/connections" count={objects.connections} />
      <LinkedStat label="Channels" to="/channels" count={objects.channels} />
      <LinkedStat label="Consumers" to="/consumers" count={objects.consumers} />
      <LinkedStat label="Queues" to="/queues" count={objects.queues} />
      <Stat label="Exchanges" value={formatCount(objects.exchanges)} />
    </Totals>
  );
}

function change(rate: number | undefined): string {
  return rate === undefined || rate === 0 ? 'steady' : `${rate > 0 ? '+' : ''}${formatRate(rate)}`;
}

interface LinkedStatProps {
  readonly label: string;
  readonly to: string;
  readonly count: number;
}

function LinkedStat({ label, to, count }: LinkedStatProps) {
  return (
    <Stat
      label={label}
      value={
        <AppLink to={to} inherit>
          {formatCount(count)}
        </AppLink>
      }
    />
  );
}
