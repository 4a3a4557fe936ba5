import { Badge, Group, SimpleGrid, Text } from '@mantine/core';
import { useNodes } from '@/api/queries/nodes';
import { Gauge } from '@/components/Gauge';
import { Section } from '@/components/Section';
import { formatBytes, formatCount, formatDuration } from '@/format';
import { useSession } from '@/session/useSession';

/** What the process takes of what it may have, and its alarms. */
export function NodeSection() {
  const { isMonitor } = useSession();
  const { data: nodes = [] } = useNodes();
  if (!isMonitor) {
    return (
      <Section title="Node">
        <Text size="sm" c="dimmed">
          Memory, disk and files are shown to users with the tag monitoring or administrator.
        </Text>
      </Section>
    );
  }
  return nodes.map((node) => (
    <Section
      key={node.name}
      title={node.name}
      aside={
        <Group gap="xs">
          <Badge variant="light" color="gray" tt="none">
            up {formatDuration(node.uptime)}
          </Badge>
          <Badge variant="light" color="gray" tt="none">
            {node.processors} {node.processors === 1 ? 'core' : 'cores'}
          </Badge>
          <Badge variant="light" color="gray" tt="none">
            process {node.os_pid}
          </Badge>
        </Group>
      }
    >
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
    </Section>
  ));
}
