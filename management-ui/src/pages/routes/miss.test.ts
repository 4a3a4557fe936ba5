import { expect, test } from 'vitest';
import { tellMiss } from './miss';

test.each([
  ['direct', 'a', {}, 'b', 'the key is “b”, not “a”'],
  ['direct', 'a', {}, '', 'the key is empty, not “a”'],
  ['topic', 'order.*', {}, 'invoice.sent', 'word 1 is “invoice”, not “order”'],
  ['topic', 'order.*', {}, 'order.a.b', 'it takes keys of 2 words, and “order.a.b” has 3'],
  ['topic', 'a.b.#', {}, 'a', 'a word “b” is missing'],
  ['topic', '#.end', {}, 'a.b', '“a.b” is not like it'],
  ['headers', '', { 'x-match': 'any', a: 1 }, '', 'none of a = 1'],
  ['headers', '', { a: 1, b: 'x' }, '', 'not all of a = 1, b = "x"'],
] as const)('a %s binding with “%s” and %o misses “%s”: %s', (type, key, args, given, why) =>
  expect(tellMiss(type, { routing_key: key, arguments: args }, [given])).toBe(why),
);
