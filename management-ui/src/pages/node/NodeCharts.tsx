import { SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import type { BrokerNode } from '@/api/queries/nodes';
import { Chart } from '@/components/chart/Chart';
import { Section } from '@/components/Section';
import { formatByteRate, formatBytes, formatCount, formatRate } from '@/format';
import { nodeSeries } from './series';

/** How the node did over time. */
export function NodeCharts({ node }: { readonly node: BrokerNode }) {
  const series = useMemo(() => nodeSeries(node), [node]);
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
      <Section title="Memory">
        <Chart title="Memory" series={series.memory} format={formatBytes} height={150} />
      </Section>
      <Section title="Disk">
        <Chart title="Disk" series={series.disk} format={formatBytes} height={150} />
      </Section>
      <Section title="File handles and sockets">
        <Chart title="File handles and sockets" series={series.files} format={formatCount} height={150} />
      </Section>
      <Section title="Disk traffic">
        <Chart title="Disk traffic" series={series.traffic} format={formatByteRate} height={150} />
      </Section>
      <Section title="Disk operations">
        <Chart title="Disk operations" series={series.operations} format={formatRate} height={150} />
      </Section>
      <Section title="Connections and channels">
        <Chart
          title="Connections and channels opened and closed"
          series={series.churn}
          format={formatRate}
          height={150}
        />
      </Section>
    </SimpleGrid>
  );
}
