import { expect, test } from 'vitest';
import { tellLosses } from './losses';

const nothing = { isVisible: true, queues: 0, messages: 0, exchanges: 0, connections: 0, policies: 0, users: [] };

test('what is lost with a virtual host is named, and what it has none of is not', () => {
  expect(tellLosses({ ...nothing, queues: 1200, messages: 1, policies: 2, users: ['alice', 'bob'] })).toEqual([
    '1 message in its queues',
    '1,200 queues with their bindings',
    '2 policies',
    'the permissions of alice, bob',
    'the virtual host itself, its limits and parameters',
  ]);
  expect(tellLosses(nothing)).toHaveLength(1);
  expect(tellLosses({ ...nothing, isVisible: false })[0]).toMatch(/^all its queues/);
});
