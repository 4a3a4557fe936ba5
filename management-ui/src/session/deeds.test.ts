import { describe, expect, test } from 'vitest';
import { deedsWithExchange, deedsWithQueue, mayBind, missingToDeclare } from './deeds';
import { rightsOf } from './rights';

const rightsWith = (configure: string, write: string, read: string) =>
  rightsOf({
    name: 'clerk',
    tags: ['management'],
    permissions: [{ user: 'clerk', vhost: '/', configure, write, read }],
    topic_permissions: [{ user: 'clerk', vhost: '/', exchange: 'x', write: '.*', read: '^a$' }],
  });
const allowed = (deeds: Readonly<Record<string, boolean>>) =>
  Object.entries(deeds)
    .filter(([, may]) => may)
    .map(([name]) => name);
const queue = { vhost: '/', name: 'q' };

describe('what may be done with a queue', () => {
  test.each([
    ['^q$', '^$', '^$', ['remove']],
    ['^$', '^amq\\.default$', '^$', ['publish', 'republish']],
    ['^$', '^x$', '^$', ['republish']],
    ['^$', '^$', '^q$', ['browse', 'take']],
    ['^$', '^x$', '^q$', ['browse', 'take', 'transfer', 'republish']],
    ['^$', '^q$', '^x$', ['republish', 'bind']],
    ['.*', '.*', '^x$', ['publish', 'republish', 'remove', 'bind']],
    ['^$', '^$', '^$', []],
  ])('with configure %s, write %s, read %s', (configure, write, read, deeds) =>
    expect(allowed(deedsWithQueue(rightsWith(configure, write, read), false, queue))).toEqual(deeds),
  );

  test('by who only looks is to look', () =>
    expect(allowed(deedsWithQueue(rightsWith('.*', '.*', '.*'), true, queue))).toEqual(['browse']));
});

describe('what may be done with an exchange', () => {
  test.each([
    ['^x$', '^$', '^$', ['remove']],
    ['^$', '^x$', '^$', ['publish']],
    ['^$', '^$', '^x$', []],
    ['^$', '^q$', '^x$', ['bind']],
  ])('with configure %s, write %s, read %s', (configure, write, read, deeds) =>
    expect(allowed(deedsWithExchange(rightsWith(configure, write, read), false, { vhost: '/', name: 'x' }))).toEqual(
      deeds,
    ),
  );

  test('by who only looks is nothing', () =>
    expect(allowed(deedsWithExchange(rightsWith('.*', '.*', '.*'), true, { vhost: '/', name: 'x' }))).toEqual([]));
});

test('a binding takes writing at its end, reading at its source, and a key that is allowed', () => {
  const binding = { vhost: '/', source: 'x', destination: 'q', routing_key: 'b' };
  expect(mayBind(rightsWith('^$', '^q$', '^x$'), binding, false)).toBe(true);
  expect(mayBind(rightsWith('^$', '^$', '^x$'), binding, false)).toBe(false);
  expect(mayBind(rightsWith('^$', '^q$', '^$'), binding, false)).toBe(false);
  expect(mayBind(rightsWith('^$', '^q$', '^x$'), binding, true)).toBe(false);
  expect(mayBind(rightsWith('^$', '^q$', '^x$'), { ...binding, routing_key: 'a' }, true)).toBe(true);
});

test('a declaration takes more when messages are passed on', () => {
  const rights = rightsWith('^q', '^dead$', '^q$');
  const dead = { 'x-dead-letter-exchange': 'dead' };
  expect(missingToDeclare(rights, 'queue', queue, {})).toBeUndefined();
  expect(missingToDeclare(rights, 'queue', queue, dead)).toBeUndefined();
  expect(missingToDeclare(rights, 'queue', { vhost: '/', name: 'other' }, dead)).toEqual({
    right: 'configure',
    name: 'other',
  });
  expect(missingToDeclare(rights, 'queue', { vhost: '/', name: 'q2' }, dead)).toEqual({ right: 'read', name: 'q2' });
  expect(missingToDeclare(rights, 'queue', queue, { 'x-dead-letter-exchange': '' })).toEqual({
    right: 'write',
    name: '',
  });
  expect(missingToDeclare(rights, 'exchange', queue, { 'alternate-exchange': 'other' })).toEqual({
    right: 'write',
    name: 'other',
  });
});
