import { expect, test } from 'vitest';
import { tellPrefetch } from './prefetch';

test.each([
  [0, 0, 'no limit'],
  [20, 0, '20 each'],
  [0, 1000, '1,000 in all'],
  [20, 100, '20 each, 100 in all'],
])('a prefetch of %i for each and %i for the channel is %s', (prefetch_count, global_prefetch_count, told) =>
  expect(tellPrefetch({ prefetch_count, global_prefetch_count })).toBe(told),
);
