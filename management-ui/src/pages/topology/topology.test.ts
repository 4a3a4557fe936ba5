import { describe, expect, test } from 'vitest';
import type { VhostTopology } from '@/api/queries/topology';
import { foldQueues } from './fold';
import { buildGraph, pathsThrough } from './graph';
import { layersOf, layOut, NODE_HEIGHT, NODE_WIDTH } from './layout';

const all = { hasDefault: false, hidesIdle: false };

const exchange = (name: string, out = 0, args: Record<string, unknown> = {}) =>
  ({
    name,
    vhost: '/',
    type: 'topic',
    durable: true,
    auto_delete: false,
    internal: false,
    arguments: args,
    message_stats: { publish_in_details: { rate: out }, publish_out_details: { rate: out } },
  }) as VhostTopology['exchanges'][number];

const queue = (name: string, rate = 0, args: Record<string, unknown> = {}) =>
  ({
    name,
    vhost: '/',
    type: 'classic',
    arguments: args,
    messages: 0,
    message_stats: { publish_details: { rate }, deliver_get_details: { rate } },
  }) as unknown as VhostTopology['queues'][number];

const binding = (source: string, destination: string, key = 'k', kind: 'queue' | 'exchange' = 'queue') =>
  ({
    source,
    vhost: '/',
    destination,
    destination_type: kind,
    routing_key: key,
    arguments: {},
    properties_key: key,
  }) as const;

const consumer = (queueName: string, connection: string) =>
  ({
    queue: { name: queueName, vhost: '/' },
    channel_details: { connection_name: connection, user: 'guest', user_provided_name: '' },
  }) as VhostTopology['consumers'][number];

const topology = (parts: Partial<VhostTopology>): VhostTopology => ({
  exchanges: [],
  bindings: [],
  queues: [],
  consumers: [],
  policies: [],
  ...parts,
});

describe('the graph', () => {
  test('has a line for each two that are bound, with all keys', () => {
    const { edges } = buildGraph(
      topology({
        exchanges: [exchange('x', 5)],
        queues: [queue('q', 3)],
        bindings: [binding('x', 'q', 'a'), binding('x', 'q', 'b')],
      }),
      all,
    );

    expect(edges).toEqual([
      { id: 'binding e:x q:q', from: 'e:x', to: 'q:q', kind: 'binding', labels: ['a', 'b'], rate: 3, isAtMost: false },
    ]);
  });

  test('says when a rate is only the most it can be', () => {
    const { edges } = buildGraph(
      topology({
        exchanges: [exchange('x', 5), exchange('y', 2), exchange('still')],
        queues: [queue('q', 6)],
        bindings: [binding('x', 'q'), binding('y', 'q'), binding('still', 'q')],
      }),
      all,
    );

    expect(edges.map(({ from, rate, isAtMost }) => [from, rate, isAtMost])).toEqual([
      ['e:x', 5, true],
      ['e:y', 2, true],
      ['e:still', 0, false],
    ]);
  });

  test('leaves out the default exchange, and others that are always there and unused', () => {
    const parts = topology({
      exchanges: [exchange(''), exchange('amq.topic'), exchange('amq.fanout')],
      queues: [queue('q')],
      bindings: [binding('', 'q'), binding('amq.topic', 'q')],
    });

    expect(buildGraph(parts, all).nodes.map(({ id }) => id)).toEqual(['e:amq.topic', 'q:q']);
    expect(buildGraph(parts, { ...all, hasDefault: true }).edges).toHaveLength(2);
  });

  test('shows alternate and dead-letter exchanges, from arguments and policies', () => {
    const { edges } = buildGraph(
      topology({
        exchanges: [
          exchange('x', 0, { 'alternate-exchange': 'dead' }),
          { ...exchange('y'), policy: 'p' },
          exchange('dead'),
        ],
        queues: [queue('q', 0, { 'x-dead-letter-exchange': 'dead' })],
        policies: [
          {
            vhost: '/',
            name: 'p',
            pattern: '',
            'apply-to': 'all',
            definition: { 'alternate-exchange': 'dead' },
            priority: 0,
          },
        ],
      }),
      all,
    );

    expect(edges.map(({ id }) => id)).toEqual([
      'alternate e:x e:dead',
      'alternate e:y e:dead',
      'dead-letter q:q e:dead',
    ]);
  });

  test('has one node for connections that consume from the same queues', () => {
    const { nodes, edges } = buildGraph(
      topology({
        queues: [queue('a', 4), queue('b')],
        consumers: [consumer('a', '1'), consumer('a', '2'), consumer('b', '3')],
      }),
      all,
    );

    expect(nodes.filter(({ kind }) => kind === 'consumers').map(({ name }) => name)).toEqual([
      '2 consumers',
      '1 consumer',
    ]);
    expect(edges.map(({ from, rate }) => [from, rate])).toEqual([
      ['q:a', 4],
      ['q:b', 0],
    ]);
  });

  test('can be without what nothing passes', () => {
    const { nodes } = buildGraph(
      topology({
        exchanges: [exchange('x', 5), exchange('idle')],
        queues: [queue('q', 3), queue('empty')],
        bindings: [binding('x', 'q'), binding('idle', 'empty')],
      }),
      { ...all, hidesIdle: true },
    );

    expect(nodes.map(({ id }) => id)).toEqual(['e:x', 'q:q']);
  });

  test('folds queues that are alike, and unfolds them', () => {
    const graph = buildGraph(
      topology({
        exchanges: [exchange('x', 9)],
        queues: [queue('a', 1), queue('b', 2), queue('c', 3), queue('other')],
        bindings: ['a', 'b', 'c'].map((name) => binding('x', name, name)),
      }),
      all,
    );

    const folded = foldQueues(graph, 3, new Set());
    const group = folded.nodes.find(({ members }) => members.length > 1);
    expect(group).toMatchObject({ name: '3 queues: a …', rate: 6, members: ['q:a', 'q:b', 'q:c'] });
    expect(folded.edges).toMatchObject([{ from: 'e:x', rate: 6, labels: ['a', 'b', 'c'] }]);
    expect(foldQueues(graph, 3, new Set([group?.id ?? ''])).nodes).toHaveLength(5);
  });

  test('knows all ways through a node, and ends in circles', () => {
    const graph = buildGraph(
      topology({
        exchanges: [exchange('x'), exchange('y'), exchange('z')],
        queues: [queue('q'), queue('other')],
        bindings: [
          binding('x', 'y', '', 'exchange'),
          binding('y', 'x', '', 'exchange'),
          binding('y', 'q'),
          binding('z', 'other'),
        ],
      }),
      all,
    );

    const through = pathsThrough(graph, 'q:q');
    expect([...through].filter((id) => /^[eq]:/.test(id)).sort()).toEqual(['e:x', 'e:y', 'q:q']);
  });
});

describe('the layout', () => {
  const shop = (count: number) =>
    buildGraph(
      topology({
        exchanges: Array.from({ length: count / 10 }, (_, at) => exchange(`x${at}`)),
        queues: Array.from({ length: count }, (_, at) => queue(`q${at}`)),
        bindings: Array.from({ length: count }, (_, at) => binding(`x${at % (count / 10)}`, `q${at}`)),
        consumers: Array.from({ length: count / 2 }, (_, at) => consumer(`q${at}`, `c${at}`)),
      }),
      all,
    );

  test('puts queues behind all exchanges, and exchanges behind those that lead to them', () => {
    const { nodes, edges } = buildGraph(
      topology({
        exchanges: [exchange('b'), exchange('a')],
        queues: [queue('q')],
        bindings: [binding('a', 'b', '', 'exchange'), binding('b', 'q')],
        consumers: [consumer('q', '1')],
      }),
      all,
    );

    expect(layersOf(nodes, edges)).toEqual([['e:a'], ['e:b'], ['q:q'], ['c:q']]);
  });

  test('no two nodes stand on one another, and all are within', () => {
    const graph = shop(120);
    const { places, width, height } = layOut(graph, 1.6);
    const all = [...places.values()];

    expect(places.size).toBe(graph.nodes.length);
    for (const [at, one] of all.entries()) {
      expect(one.x >= 0 && one.y >= 0 && one.x + NODE_WIDTH <= width + 1 && one.y + NODE_HEIGHT <= height + 1).toBe(
        true,
      );
      for (const other of all.slice(at + 1)) {
        expect(Math.abs(one.x - other.x) >= NODE_WIDTH || Math.abs(one.y - other.y) >= NODE_HEIGHT).toBe(true);
      }
    }
  });

  test('is about as wide as the view', () => {
    const { width, height } = layOut(shop(120), 1.6);

    expect(width / height).toBeGreaterThan(0.8);
    expect(width / height).toBeLessThan(3.2);
  });

  test('of nothing is empty', () => expect(layOut({ nodes: [], edges: [] }, 1).places.size).toBe(0));
});
