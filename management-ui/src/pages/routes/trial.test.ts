import { expect, test } from 'vitest';
import { readTrial, testerPath, writeTrial } from './trial';

test('what is tried is read as it is written', () => {
  const trial = { routingKey: 'order.ü&paid', headers: { country: 'de', count: 2, deep: { a: [true] } } };

  expect(readTrial(writeTrial(new URLSearchParams('vhost=shop'), trial))).toEqual(trial);
});

test('the rest of the address stays, and what is empty is not written', () =>
  expect(writeTrial(new URLSearchParams('vhost=shop&key=old'), { routingKey: '', headers: {} }).toString()).toBe(
    'vhost=shop',
  ));

test.each(['{', '[1]', '"x"', 'null'])('headers that are no object are none: %s', (text) =>
  expect(readTrial(new URLSearchParams({ headers: text })).headers).toEqual({}),
);

test('the default exchange can be linked to', () =>
  expect(testerPath({ vhost: '/', exchange: '', routingKey: 'q', headers: {} })).toBe(
    '/routes?vhost=%2F&exchange=&key=q',
  ));
