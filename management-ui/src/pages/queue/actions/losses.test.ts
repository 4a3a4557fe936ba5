import { expect, test } from 'vitest';
import { deleteLosses, purgeLosses } from './losses';

const queue = {
  name: 'orders',
  messages_ready: 1204,
  messages_unacknowledged: 1,
  message_bytes_ready: 2048,
  consumers: 2,
};
const binding = (source: string, key: string) => ({
  source,
  vhost: '/',
  destination: 'orders',
  destination_type: 'queue' as const,
  routing_key: key,
  arguments: {},
  properties_key: key,
});

test('a purge names the messages', () => expect(purgeLosses(queue)).toEqual(['1,204 ready messages (2.0 KiB)']));

test('a deletion names everything that goes along', () =>
  expect(deleteLosses(queue, [binding('', 'orders'), binding('events', 'order.*'), binding('all', '')])).toEqual([
    'The queue orders with its settings',
    '1,204 ready messages (2.0 KiB)',
    '1 message that consumers hold unacked',
    '2 consumers, cancelled by the broker',
    '2 bindings (events: order.*, all)',
  ]));

test('what there is none of is not named', () =>
  expect(deleteLosses({ ...queue, messages_ready: 0, messages_unacknowledged: 0, consumers: 0 }, undefined)).toEqual([
    'The queue orders with its settings',
  ]));
