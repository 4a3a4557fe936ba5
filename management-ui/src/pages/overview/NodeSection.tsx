import { Badge, Group, Text } from '@mantine/core';
import { useNodes } from '@/api/queries/nodes';
import { AppLink } from '@/components/AppLink';
import { Section } from '@/components/Section';
import { formatDuration, formatMany } from '@/format';
import { useSession } from '@/session/useSession';
import { NodeGauges } from '../node/NodeGauges';

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
            {formatMany(node.processors, 'core')}
          </Badge>
          <Badge variant="light" color="gray" tt="none">
            process {node.os_pid}
          </Badge>
          <AppLink to="/node" size="sm">
            More of it
          </AppLink>
        </Group>
      }
    >
      <NodeGauges node={node} />
    </Section>
  ));
}
