import { exchangePath } from '@/api/queries/exchanges';
import { queuePath } from '@/api/queries/queue';
import { formatRate, formatShortCount } from '@/format';
import type { Graph, GraphEdge, GraphNode } from './graph';

/** The page of a node; none for consumers and for what is folded. */
export function linkOf(vhost: string, { id, kind, members }: GraphNode): string | undefined {
  const name = id.slice(2);
  if (members.length > 1 || kind === 'consumers') {
    return undefined;
  }
  return kind === 'exchange' ? exchangePath({ vhost, name }) : queuePath({ vhost, name });
}

/** What a node is, in words. */
export function describeNode({ kind, name, detail, rate, messages }: GraphNode): string {
  const waiting = kind === 'queue' ? `, ${formatShortCount(messages)} messages` : '';
  return `${kind === 'consumers' ? '' : `${kind} `}${name}, ${detail}${waiting}, ${formatRate(rate)}`;
}

export function tellRate({ rate, isAtMost }: Pick<GraphEdge, 'rate' | 'isAtMost'>): string {
  return `${isAtMost ? '≤ ' : ''}${formatRate(rate)}`;
}

export const kindNames: Readonly<Record<GraphEdge['kind'], string>> = {
  binding: 'binding',
  alternate: 'alternate exchange',
  'dead-letter': 'dead letters',
  consumes: 'consumed',
};

/** The nodes with a text in their name, or behind a key with it. */
export function findNodes({ nodes, edges }: Graph, text: string): ReadonlySet<string> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') {
    return new Set();
  }
  const has = (value: string) => value.toLowerCase().includes(wanted);
  const found = nodes.filter(({ name, members }) => has(name) || members.some((id) => has(id.slice(2))));
  const behind = edges.filter(({ kind, labels }) => kind === 'binding' && labels.some(has));
  return new Set([...found.map(({ id }) => id), ...behind.flatMap(({ from, to }) => [from, to])]);
}
