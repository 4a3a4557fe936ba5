import { expect, test } from 'vitest';
import { deathsOf, describeReason } from './deaths';

test('deaths are told in the order they happened', () => {
  const deaths = deathsOf({
    'x-death': [
      { queue: 'retry', reason: 'expired', count: 3, exchange: 'retries', 'routing-keys': ['r'], time: 1_700_000_060 },
      {
        queue: 'orders',
        reason: 'rejected',
        count: 4,
        exchange: 'events',
        'routing-keys': ['order.created', 'cc'],
        time: 1_700_000_000,
        'original-expiration': '5000',
      },
    ],
  });
  expect(deaths).toEqual([
    {
      queue: 'orders',
      reason: 'rejected',
      count: 4,
      exchange: 'events',
      routingKeys: ['order.created', 'cc'],
      time: 1_700_000_000_000,
      originalExpiration: '5000',
    },
    {
      queue: 'retry',
      reason: 'expired',
      count: 3,
      exchange: 'retries',
      routingKeys: ['r'],
      time: 1_700_000_060_000,
      originalExpiration: undefined,
    },
  ]);
});

test('a header of that name that is no history is none', () => {
  expect(deathsOf({ 'x-death': 'plague' })).toEqual([]);
  expect(deathsOf({ 'x-death': ['plague'] })).toEqual([]);
  expect(deathsOf(undefined)).toEqual([]);
});

test('a reason that is not known stands as it is', () => {
  expect(describeReason('maxlen')).toBe('The queue was full');
  expect(describeReason('boredom')).toBe('boredom');
});
