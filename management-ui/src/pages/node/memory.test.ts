import { expect, test } from 'vitest';
import type { NodeMemory } from '@/api/queries/nodes';
import { partsOf } from './memory';

const memory = {
  queue_procs: 10,
  quorum_queue_procs: 0,
  other_proc: 300,
  allocated_unused: 20,
  other_system: 100,
  msg_index: 5,
  strategy: 'rss',
  total: { erlang: 1, rss: 2, allocated: 3 },
} as unknown as NodeMemory;

test('the greatest part comes first, and what is nothing is left out', () => {
  expect(partsOf(memory).map(({ label, bytes }) => [label, bytes])).toEqual([
    ['Objects', 300],
    ['Outside', 100],
    ['Reserve', 20],
    ['Classic queues', 10],
    ['msg index', 5],
  ]);
});
