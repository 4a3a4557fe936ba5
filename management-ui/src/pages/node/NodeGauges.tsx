import { SimpleGrid } from '@mantine/core';
import type { BrokerNode } from '@/api/queries/nodes';
import { Gauge } from '@/components/Gauge';
import { formatBytes, formatCount } from '@/format';

/** What the process takes of what it may have. */
export function NodeGauges({ node }: { readonly node: BrokerNode }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="lg">
      <Gauge
        label="Memory"
        part={node.mem_used}
        whole={node.mem_limit}
        value={formatBytes(node.mem_used)}
        detail={`publishers wait from ${formatBytes(node.mem_limit)} on`}
        isAlarming={node.mem_alarm}
      />
      <Gauge
        label="Disk free"
        part={node.disk_free_limit}
        whole={node.disk_free}
        value={formatBytes(node.disk_free)}
        detail={`publishers wait below ${formatBytes(node.disk_free_limit)}`}
        isAlarming={node.disk_free_alarm}
      />
      <Gauge
        label="File handles"
        part={node.fd_used}
        whole={node.fd_total}
        value={formatCount(node.fd_used)}
        detail={`of ${formatCount(node.fd_total)}`}
      />
      <Gauge
        label="Sockets"
        part={node.sockets_used}
        whole={node.sockets_total}
        value={formatCount(node.sockets_used)}
        detail={`of ${formatCount(node.sockets_total)}`}
      />
    </SimpleGrid>
  );
}
