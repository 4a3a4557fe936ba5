import { SimpleGrid, Skeleton } from '@mantine/core';
import { describeError } from '@/api/errors';
import { useOverviewHistory } from '@/api/queries/overview';
import { Chart } from '@/components/chart/Chart';
import { messageSeries, queuedSeries } from '@/components/chart/messageSeries';
import { RangeSelect, useRange } from '@/components/chart/RangeSelect';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { formatRate, formatShortCount } from '@/format';
import { Listeners } from './Listeners';
import { NodeSection } from './NodeSection';
import { OverviewTotals } from './OverviewTotals';
import { churnSeries } from './series';

/** The broker at a glance: how much there is, what happens, and whether it is well. */
export default function OverviewPage() {
  const range = useRange();
  const { data: overview, error } = useOverviewHistory(range);
  return (
    <Page title="Overview" actions={<RangeSelect />}>
      {error && overview === undefined && <ErrorState message={describeError(error)} />}
      {overview === undefined ? (
        <Skeleton h={420} radius="lg" />
      ) : (
        <>
          <OverviewTotals overview={overview} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
            <Section title="Queued messages">
              <Chart title="Queued messages" series={queuedSeries(overview.queue_totals)} format={formatShortCount} />
            </Section>
            <Section title="Message rates">
              <Chart title="Message rates" series={messageSeries(overview.message_stats)} format={formatRate} />
            </Section>
          </SimpleGrid>
          <NodeSection />
          <Churn overview={overview} />
          <Listeners overview={overview} />
        </>
      )}
    </Page>
  );
}

function Churn({ overview }: { readonly overview: Parameters<typeof churnSeries>[0] }) {
  const { connections, channels, queues } = churnSeries(overview);
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
      <Section title="Connection churn">
        <Chart title="Connections opened and closed" series={connections} format={formatRate} height={130} />
      </Section>
      <Section title="Channel churn">
        <Chart title="Channels opened and closed" series={channels} format={formatRate} height={130} />
      </Section>
      <Section title="Queue churn">
        <Chart title="Queues declared, created and deleted" series={queues} format={formatRate} height={130} />
      </Section>
    </SimpleGrid>
  );
}
