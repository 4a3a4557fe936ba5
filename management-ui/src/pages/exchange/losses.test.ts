import { expect, test } from 'vitest';
import type { ExchangeBinding } from '@/api/queries/exchanges';
import { lossesOf } from './losses';

const binding = (source: string, destination: string): ExchangeBinding => ({
  source,
  vhost: '/',
  destination,
  destination_type: 'queue',
  routing_key: '',
  arguments: {},
  properties_key: '~',
});

test('an exchange without bindings loses nothing else', () =>
  expect(lossesOf('topic', [], [], 0)).toEqual(['The topic exchange itself']));

test('what is bound is named, the most of it by its number', () => {
  const from = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => binding('x', name));

  expect(lossesOf('direct', from, [binding('y', 'x')], 12)).toEqual([
    'The direct exchange itself',
    '8 bindings from it, to queue a, queue b, queue c, queue d, queue e and 2 more',
    '1 binding to it, from exchange y',
    'Where 12/s are published to right now: those who publish will get errors',
  ]);
});
