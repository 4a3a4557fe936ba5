import { Badge, Button, CloseButton, Code, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useAddress, withParameter } from '@/app/useAddress';
import { AppLink } from '@/components/AppLink';
import { formatCount, formatRate } from '@/format';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { kindNames, linkOf, tellRate } from './links';

interface NodeCardProps {
  readonly vhost: string;
  readonly graph: Graph;
  readonly node: GraphNode;
  readonly onSelect: (id: string | undefined) => void;
}

const SHOWN = 12;

/** What is known of the node that is chosen, and its ways in and out. */
export function NodeCard({ vhost, graph, node, onSelect }: NodeCardProps) {
  const link = linkOf(vhost, node);
  const [search, change] = useAddress();
  const into = graph.edges.filter(({ to }) => to === node.id);
  const out = graph.edges.filter(({ from }) => from === node.id);
  return (
    <Paper withBorder shadow="md" radius="md" p="sm" component="section" aria-label={`Chosen: ${node.name}`}>
      <Stack gap={8}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
            {node.name}
          </Text>
          <CloseButton size="sm" aria-label="Choose nothing" onClick={() => onSelect(undefined)} />
        </Group>
        <Group gap={6}>
          <Badge variant="light" tt="none" color="gray" maw="100%">
            {node.kind} · {node.detail}
          </Badge>
          <Badge variant="light" tt="none" className="numeric">
            {formatRate(node.rate)}
          </Badge>
          {node.kind === 'queue' && (
            <Badge variant="light" tt="none" color="gray" className="numeric">
              {formatCount(node.messages)} messages
            </Badge>
          )}
        </Group>
        {node.members.length > 1 && (
          <>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {node.members
                .slice(0, SHOWN)
                .map((id) => id.slice(2))
                .join(', ')}
              {node.members.length > SHOWN && ` and ${node.members.length - SHOWN} more`}
            </Text>
            <Button
              size="compact-sm"
              variant="light"
              onClick={() =>
                change((old) => {
                  const open = [...(search.get('open') ?? '').split('|').filter(Boolean), node.id].join('|');
                  return withParameter(withParameter(old, 'open', open), 'node', undefined);
                })
              }
            >
              Unfold them
            </Button>
          </>
        )}
        {link && (
          <AppLink to={link} size="sm">
            Open the {node.kind}
          </AppLink>
        )}
        <Ways title="From" edges={into} end="from" graph={graph} onSelect={onSelect} />
        <Ways title="To" edges={out} end="to" graph={graph} onSelect={onSelect} />
        {into.length + out.length === 0 && (
          <Text size="sm" c="dimmed">
            It is bound to nothing.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

interface WaysProps {
  readonly title: string;
  readonly edges: readonly GraphEdge[];
  readonly end: 'from' | 'to';
  readonly graph: Graph;
  readonly onSelect: (id: string) => void;
}

function Ways({ title, edges, end, graph, onSelect }: WaysProps) {
  if (edges.length === 0) {
    return null;
  }
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const sorted = [...edges].sort((one, other) => other.rate - one.rate);
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      {sorted.slice(0, SHOWN).map((edge) => (
        <Group key={edge.id} gap={6} justify="space-between" wrap="nowrap">
          <Group gap={4} miw={0}>
            <UnstyledButton fz="sm" c="var(--mantine-color-anchor)" onClick={() => onSelect(edge[end])}>
              {names.get(edge[end])}
            </UnstyledButton>
            {edge.kind === 'binding' ? (
              <Code fz={11}>
                {edge.labels[0]}
                {edge.labels.length > 1 && ` +${edge.labels.length - 1}`}
              </Code>
            ) : (
              <Text size="xs" c="dimmed">
                {kindNames[edge.kind]}
              </Text>
            )}
          </Group>
          <Text size="xs" className="numeric" style={{ whiteSpace: 'nowrap' }}>
            {tellRate(edge)}
          </Text>
        </Group>
      ))}
      {edges.length > SHOWN && (
        <Text size="xs" c="dimmed">
          and {edges.length - SHOWN} more
        </Text>
      )}
    </div>
  );
}
