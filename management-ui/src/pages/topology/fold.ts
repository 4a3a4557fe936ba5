import type { Graph, GraphEdge, GraphNode } from './graph';

/** Folds queues that are alike into one: of the same type, with the same ways in and out. Those in `open` stay apart. */
export function foldQueues({ nodes, edges }: Graph, least: number, open: ReadonlySet<string>): Graph {
  const ways = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    for (const [id, way] of [
      [from, `>${kind}${to}`],
      [to, `<${kind}${from}`],
    ] as const) {
      ways.set(id, [...(ways.get(id) ?? []), way]);
    }
  }
  const alike = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.kind === 'queue') {
      const key = `g:${node.detail}${(ways.get(node.id) ?? []).sort().join()}`;
      alike.set(key, [...(alike.get(key) ?? []), node]);
    }
  }
  const folded = new Map<string, string>();
  const groups: GraphNode[] = [];
  for (const [id, members] of alike) {
    if (members.length >= least && !open.has(id)) {
      groups.push(groupOf(id, members));
      for (const member of members) {
        folded.set(member.id, id);
      }
    }
  }
  const merged = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const [from, to] = [folded.get(edge.from) ?? edge.from, folded.get(edge.to) ?? edge.to];
    const id = `${edge.kind} ${from} ${to}`;
    const known = merged.get(id);
    merged.set(id, {
      ...edge,
      id,
      from,
      to,
      labels: known ? [...new Set([...known.labels, ...edge.labels])] : edge.labels,
      rate: edge.rate + (known?.rate ?? 0),
      isAtMost: edge.isAtMost || (known?.isAtMost ?? false),
    });
  }
  return { nodes: [...nodes.filter(({ id }) => !folded.has(id)), ...groups], edges: [...merged.values()] };
}

function groupOf(id: string, members: readonly GraphNode[]): GraphNode {
  const sum = (value: (node: GraphNode) => number) => members.reduce((total, node) => total + value(node), 0);
  return {
    id,
    kind: 'queue',
    name: `${members.length} queues: ${members[0]?.name ?? ''} …`,
    detail: members[0]?.detail ?? '',
    rate: sum(({ rate }) => rate),
    messages: sum(({ messages }) => messages),
    members: members.map((member) => member.id),
  };
}
