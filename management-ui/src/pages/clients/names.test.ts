import { expect, test } from 'vitest';
import { capabilitiesOf, channelPath, connectionOf, labelOf, numberOf, productOf, writeValue } from './names';

const name = '127.0.0.1:40000 -> 127.0.0.1:5672';

test('a connection is called by the name that its client gave it, or by where it comes from', () => {
  expect(labelOf({ name, user_provided_name: 'checkout' })).toBe('checkout');
  expect(labelOf({ name, user_provided_name: '' })).toBe('127.0.0.1:40000');
  expect(labelOf({ name })).toBe('127.0.0.1:40000');
});

test('the name of a channel holds its connection and its number', () => {
  expect(numberOf(`${name} (12)`)).toBe('12');
  expect(connectionOf(`${name} (12)`)).toBe(name);
  expect(channelPath(`${name} (1)`)).toBe('/channels/127.0.0.1%3A40000%20-%3E%20127.0.0.1%3A5672%20(1)');
});

test.each([
  [{ product: 'pika', version: '1.3' }, 'pika 1.3'],
  [{ product: 'pika' }, 'pika'],
  [{}, ''],
  [undefined, ''],
  [{ product: { odd: true } }, ''],
])('the product of %o is %s', (properties, product) => expect(productOf(properties)).toBe(product));

test('what a client can is what it says yes to', () => {
  const capabilities = { publisher_confirms: true, 'basic.nack': true, per_consumer_qos: false };
  expect(capabilitiesOf({ capabilities })).toEqual(['publisher confirms', 'basic nack']);
  expect(capabilitiesOf({})).toEqual([]);
});

test('values are written in one line', () => {
  expect(writeValue('text')).toBe('text');
  expect(writeValue({ a: [1, true] })).toBe('{"a":[1,true]}');
});
