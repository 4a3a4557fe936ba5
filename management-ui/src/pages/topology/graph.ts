import type { VhostTopology } from '@/api/queries/topology';
import { formatMany } from '@/format';

/** A thing that messages pass: an exchange, a queue, those who consume; or several of a kind, folded into one. */
export interface GraphNode {
  readonly id: string;
  readonly kind: 'exchange' | 'queue' | 'consumers';
  readonly name: string;
  /** Type of an exchange or queue, or whose consumers they are. */
  readonly detail: string;
  /** Messages in a second: published to it, or delivered. */
  readonly rate: number;
  /** Messages in a queue. */
  readonly messages: number;
  /** What is folded into it; itself alone when nothing is. */
  readonly members: readonly string[];
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'binding' | 'alternate' | 'dead-letter' | 'consumes';
  /** The routing keys, or what the arrow means. */
  readonly labels: readonly string[];
  /** Messages in a second. */
  readonly rate: number;
  /** Whether the rate is only the most it can be: several ways lead there, and the broker counts their sum. */
  readonly isAtMost: boolean;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphOptions {
  /** Shows the default exchange, and its way to each queue. */
  readonly hasDefault: boolean;
  /** Leaves out exchanges and queues that nothing passes. */
  readonly hidesIdle: boolean;
}

const exchangeId = (name: string) => `e:${name}`;
const queueId = (name: string) => `q:${name}`;

/** Draws up what is in a virtual host. The exchanges that are always there are shown when something is bound to them or passes them. */
export function buildGraph(topology: VhostTopology, { hasDefault, hidesIdle }: GraphOptions): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const exchange of topology.exchanges) {
    if (exchange.name !== '' || hasDefault) {
      nodes.set(exchangeId(exchange.name), exchangeNode(exchange));
    }
  }
  for (const queue of topology.queues) {
    nodes.set(queueId(queue.name), queueNode(queue));
  }
  addBindings(topology, nodes, edges);
  addAlternates(topology, nodes, edges);
  addDeadLetters(topology, nodes, edges);
  addConsumers(topology, nodes, edges);
  const used = new Set([...edges.values()].flatMap(({ from, to }) => [from, to]));
  const isShown = (node: GraphNode) =>
    !(node.kind === 'exchange' && isBuiltIn(node.name) && !used.has(node.id) && node.rate === 0);
  const shown = hidesIdle ? activeOf(nodes, edges) : new Set([...nodes.values()].filter(isShown).map(({ id }) => id));
  return {
    nodes: [...nodes.values()].filter(({ id }) => shown.has(id)),
    edges: [...edges.values()].filter(({ from, to }) => shown.has(from) && shown.has(to)),
  };
}

function isBuiltIn(name: string): boolean {
  return name.startsWith('amq.');
}

type Nodes = Map<string, GraphNode>;
type Edges = Map<string, GraphEdge>;

function exchangeNode({ name, type, message_stats: stats }: VhostTopology['exchanges'][number]): GraphNode {
  const rate = Math.max(stats?.publish_in_details?.rate ?? 0, stats?.publish_out_details?.rate ?? 0);
  const id = exchangeId(name);
  return { id, kind: 'exchange', name: name || '(default)', detail: type, rate, messages: 0, members: [id] };
}

function queueNode({ name, type, messages, message_stats: stats }: VhostTopology['queues'][number]): GraphNode {
  const rate = Math.max(stats?.publish_details?.rate ?? 0, stats?.deliver_get_details?.rate ?? 0);
  const id = queueId(name);
  return { id, kind: 'queue', name, detail: type, rate, messages: messages ?? 0, members: [id] };
}

function addEdge(edges: Edges, edge: Omit<GraphEdge, 'id' | 'labels'>, label: string): void {
  const id = `${edge.kind} ${edge.from} ${edge.to}`;
  const known = edges.get(id);
  edges.set(id, { ...edge, id, labels: known ? [...known.labels, label] : [label] });
}

function addBindings({ bindings, queues, exchanges }: VhostTopology, nodes: Nodes, edges: Edges): void {
  const out = new Map(exchanges.map(({ name, message_stats: stats }) => [name, stats?.publish_out_details?.rate ?? 0]));
  const into = new Map<string, number>();
  for (const { name, message_stats: stats } of queues) {
    into.set(queueId(name), stats?.publish_details?.rate ?? 0);
  }
  for (const [name, rate] of out) {
    into.set(exchangeId(name), rate);
  }
  // The broker counts what comes into a queue, not by which way: it is certain when only one of them carries anything.
  const carrying = new Map<string, Set<string>>();
  for (const { source, destination, destination_type: kind } of bindings) {
    const to = kind === 'queue' ? queueId(destination) : exchangeId(destination);
    if ((out.get(source) ?? 0) > 0) {
      carrying.set(to, (carrying.get(to) ?? new Set()).add(source));
    }
  }
  for (const { source, destination, destination_type: kind, routing_key: key, arguments: args } of bindings) {
    const from = exchangeId(source);
    const to = kind === 'queue' ? queueId(destination) : exchangeId(destination);
    if (nodes.has(from) && nodes.has(to)) {
      const isAtMost = kind === 'exchange' || (carrying.get(to)?.size ?? 0) > 1;
      const rate = Math.min(out.get(source) ?? 0, into.get(to) ?? 0);
      addEdge(edges, { from, to, kind: 'binding', rate, isAtMost: rate > 0 && isAtMost }, labelOf(key, args));
    }
  }
}

function labelOf(key: string, args: Readonly<Record<string, unknown>>): string {
  const shown = Object.entries(args).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [...(key === '' ? [] : [key]), ...shown].join(' ') || 'no key';
}

function addAlternates({ exchanges, policies }: VhostTopology, nodes: Nodes, edges: Edges): void {
  for (const { name, arguments: args, policy } of exchanges) {
    const set = policies.find((one) => one.name === policy)?.definition;
    const alternate = args['alternate-exchange'] ?? set?.['alternate-exchange'];
    const [from, to] = [exchangeId(name), exchangeId(String(alternate))];
    if (typeof alternate === 'string' && nodes.has(from) && nodes.has(to)) {
      addEdge(edges, { from, to, kind: 'alternate', rate: 0, isAtMost: false }, 'alternate exchange');
    }
  }
}

function addDeadLetters({ queues }: VhostTopology, nodes: Nodes, edges: Edges): void {
  for (const { name, arguments: args, effective_policy_definition: set } of queues) {
    const dead = args['x-dead-letter-exchange'] ?? set?.['dead-letter-exchange'];
    const [from, to] = [queueId(name), exchangeId(String(dead))];
    if (typeof dead === 'string' && nodes.has(from) && nodes.has(to)) {
      addEdge(edges, { from, to, kind: 'dead-letter', rate: 0, isAtMost: false }, 'dead letters');
    }
  }
}

/** Connections that consume from the same queues are one node: what counts is where messages go, not how often the client runs. */
function addConsumers({ consumers, queues }: VhostTopology, nodes: Nodes, edges: Edges): void {
  const byConnection = new Map<string, { user: string; client: string; queues: Map<string, number> }>();
  for (const { queue, channel_details: channel } of consumers) {
    const known = byConnection.get(channel.connection_name) ?? {
      user: channel.user,
      client: channel.user_provided_name,
      queues: new Map<string, number>(),
    };
    known.queues.set(queue.name, (known.queues.get(queue.name) ?? 0) + 1);
    byConnection.set(channel.connection_name, known);
  }
  const groups = new Map<string, { connections: string[]; users: Set<string>; queues: Map<string, number> }>();
  for (const [connection, { user, client, queues: taken }] of byConnection) {
    const key = [...taken.keys()].sort().join('\n');
    const group = groups.get(key) ?? { connections: [], users: new Set<string>(), queues: new Map<string, number>() };
    group.connections.push(client || connection);
    group.users.add(user);
    for (const [queue, count] of taken) {
      group.queues.set(queue, (group.queues.get(queue) ?? 0) + count);
    }
    groups.set(key, group);
  }
  const delivered = new Map(
    queues.map(({ name, message_stats: stats }) => [name, stats?.deliver_get_details?.rate ?? 0]),
  );
  const groupsOf = (queue: string) => [...groups.values()].filter((group) => group.queues.has(queue)).length;
  for (const [key, { connections, users, queues: taken }] of groups) {
    const id = `c:${key}`;
    const count = [...taken.values()].reduce((sum, one) => sum + one, 0);
    const rate = [...taken.keys()].reduce((sum, queue) => sum + (delivered.get(queue) ?? 0) / groupsOf(queue), 0);
    const name = formatMany(count, 'consumer');
    const from = connections.length === 1 ? connections[0]?.split(' -> ')[0] : `${connections.length} connections`;
    const detail = `${from} · ${[...users].join(', ')}`;
    nodes.set(id, { id, kind: 'consumers', name, detail, rate, messages: 0, members: [id] });
    for (const [queue, consuming] of taken) {
      if (nodes.has(queueId(queue))) {
        const isAtMost = groupsOf(queue) > 1;
        const label = formatMany(consuming, 'consumer');
        addEdge(
          edges,
          { from: queueId(queue), to: id, kind: 'consumes', rate: delivered.get(queue) ?? 0, isAtMost },
          label,
        );
      }
    }
  }
}

/** What messages pass right now, and queues in which some wait. */
function activeOf(nodes: Nodes, edges: Edges): Set<string> {
  const active = new Set(
    [...nodes.values()].filter(({ rate, messages }) => rate > 0 || messages > 0).map(({ id }) => id),
  );
  for (const { from, to, rate } of edges.values()) {
    if (rate > 0) {
      active.add(from).add(to);
    }
  }
  return active;
}

/** All that messages come from or go to, by way of a node: ids of nodes and edges. */
export function pathsThrough({ edges }: Graph, id: string): ReadonlySet<string> {
  const reached = new Set([id]);
  for (const [near, far] of [
    ['from', 'to'],
    ['to', 'from'],
  ] as const) {
    const seen = new Set([id]);
    const pending = [id];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const edge of edges) {
        if (edge[near] === next) {
          reached.add(edge.id).add(edge[far]);
          if (!seen.has(edge[far])) {
            seen.add(edge[far]);
            pending.push(edge[far]);
          }
        }
      }
    }
  }
  return reached;
}
