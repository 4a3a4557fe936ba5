import { Badge, Code, Group, Table, Text } from '@mantine/core';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { formatCount } from '@/format';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { findNodes, kindNames, linkOf, tellRate } from './links';

interface TopologyTableProps {
  readonly vhost: string;
  readonly graph: Graph;
  readonly text: string;
}

/** The same as the graph, in words: each way that messages go, those with the most first; then what nothing leads to. */
export function TopologyTable({ vhost, graph, text }: TopologyTableProps) {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const found = findNodes(graph, text);
  const isShown = (id: string) => text.trim() === '' || found.has(id);
  const edges = graph.edges
    .filter(({ from, to }) => isShown(from) || isShown(to))
    .sort((one, other) => other.rate - one.rate);
  const used = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const unbound = graph.nodes.filter(({ id }) => !used.has(id) && isShown(id));
  return (
    <>
      <Section title={`Ways (${formatCount(edges.length)})`}>
        {edges.length === 0 ? (
          <EmptyState title="No ways" reason={text === '' ? 'Nothing is bound here.' : `None is like “${text}”.`} />
        ) : (
          <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table verticalSpacing={5} aria-label="Ways of messages">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>From</Table.Th>
                  <Table.Th>By</Table.Th>
                  <Table.Th>To</Table.Th>
                  <Table.Th ta="end">Rate</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {edges.map((edge) => (
                  <Way key={edge.id} vhost={vhost} edge={edge} nodes={nodes} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Section>
      {unbound.length > 0 && (
        <Section title={`Bound to nothing (${formatCount(unbound.length)})`}>
          <Group gap="xs" component="ul" p={0} m={0}>
            {unbound.map((node) => (
              <li key={node.id} style={{ listStyle: 'none' }}>
                <Name vhost={vhost} node={node} />
              </li>
            ))}
          </Group>
        </Section>
      )}
    </>
  );
}

interface WayProps {
  readonly vhost: string;
  readonly edge: GraphEdge;
  readonly nodes: ReadonlyMap<string, GraphNode>;
}

function Way({ vhost, edge, nodes }: WayProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <Name vhost={vhost} node={nodes.get(edge.from)} />
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {edge.kind === 'binding' ? (
            edge.labels.slice(0, 6).map((label) => <Code key={label}>{label}</Code>)
          ) : (
            <Text size="sm" c="dimmed">
              {kindNames[edge.kind]}
            </Text>
          )}
          {edge.labels.length > 6 && <Text size="sm">and {edge.labels.length - 6} more</Text>}
        </Group>
      </Table.Td>
      <Table.Td>
        <Name vhost={vhost} node={nodes.get(edge.to)} />
      </Table.Td>
      <Table.Td ta="end" className="numeric">
        {tellRate(edge)}
      </Table.Td>
    </Table.Tr>
  );
}

function Name({ vhost, node }: { readonly vhost: string; readonly node: GraphNode | undefined }) {
  if (node === undefined) {
    return null;
  }
  const link = linkOf(vhost, node);
  return (
    <Group gap={6} wrap="nowrap">
      <Badge variant="light" size="sm" tt="none" color={node.kind === 'queue' ? 'teal' : 'gray'} flex="none">
        {node.kind}
      </Badge>
      {link ? (
        <AppLink to={link} size="sm">
          {node.name}
        </AppLink>
      ) : (
        <Text size="sm">
          {node.name} {node.kind === 'consumers' && <span>({node.detail})</span>}
        </Text>
      )}
    </Group>
  );
}
