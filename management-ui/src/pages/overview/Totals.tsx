import { Paper, SimpleGrid } from '@mantine/core';
import type { Answer } from '@/api/client';
import { AppLink } from '@/components/AppLink';
import { Stat } from '@/components/Stat';
import { formatCount, formatRate, formatShortCount } from '@/format';

type Overview = Answer<'/api/overview'>;

/** Everything in figures: what there is, and what happens in a second. */
export function Totals({
  overview: { object_totals: objects, queue_totals: queued, message_stats: stats },
}: {
  readonly overview: Overview;
}) {
  return (
    <Paper component="section" aria-label="Totals" withBorder radius="lg" p="md" bg="var(--surface)">
      <SimpleGrid component="dl" m={0} cols={{ base: 2, xs: 3, md: 5 }} spacing="md" verticalSpacing="md">
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
          label="Connections"
          value={
            <AppLink to="/connections" inherit>
              {formatCount(objects.connections)}
            </AppLink>
          }
        />
        <Stat
          label="Channels"
          value={
            <AppLink to="/channels" inherit>
              {formatCount(objects.channels)}
            </AppLink>
          }
        />
        <Stat
          label="Consumers"
          value={
            <AppLink to="/consumers" inherit>
              {formatCount(objects.consumers)}
            </AppLink>
          }
        />
        <Stat
          label="Queues"
          value={
            <AppLink to="/queues" inherit>
              {formatCount(objects.queues)}
            </AppLink>
          }
        />
        <Stat label="Exchanges" value={formatCount(objects.exchanges)} />
      </SimpleGrid>
    </Paper>
  );
}

function change(rate: number | undefined): string {
  return rate === undefined || rate === 0 ? 'steady' : `${rate > 0 ? '+' : ''}${formatRate(rate)}`;
}
