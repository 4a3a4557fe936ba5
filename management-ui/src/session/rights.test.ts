import { describe, expect, test } from 'vitest';
import { expand, rightsOf } from './rights';

const rights = rightsOf({
  name: 'clerk',
  tags: ['management'],
  permissions: [
    { user: 'clerk', vhost: '/', configure: '^mine\\.', write: '^(mine\\.|amq\\.default$)', read: '' },
    { user: 'clerk', vhost: 'shop', configure: '^$', write: '(', read: '.*' },
  ],
  topic_permissions: [{ user: 'clerk', vhost: '/', exchange: 'events', write: '^{username}\\.', read: '' }],
});

describe('rights', () => {
  test('are those of the patterns, in each virtual host', () => {
    expect(rights.may('configure', '/', 'mine.a')).toBe(true);
    expect(rights.may('configure', '/', 'yours')).toBe(false);
    expect(rights.may('read', '/', 'mine.a')).toBe(false);
    expect(rights.may('read', 'shop', 'anything')).toBe(true);
    expect(rights.patternOf('write', '/')).toBe('^(mine\\.|amq\\.default$)');
  });

  test('to the exchange without a name are decided by amq.default', () => {
    expect(rights.may('write', '/', '')).toBe(true);
    expect(rights.may('read', '/', '')).toBe(false);
  });

  test('are none without a permission', () => {
    expect(rights.mayEnter('other')).toBe(false);
    expect(rights.may('read', 'other', 'q')).toBe(false);
    expect(rights.mayAny('read', 'other')).toBe(false);
    expect(rights.patternOf('read', 'other')).toBeUndefined();
  });

  test('are assumed where only the broker can tell', () => expect(rights.may('write', 'shop', 'x')).toBe(true));

  test('to nothing are known without a name', () => {
    expect(rights.mayAny('read', '/')).toBe(false);
    expect(rights.mayAny('write', '/')).toBe(true);
    expect(rights.vhostsWith('configure')).toEqual(['/']);
    expect(rights.vhostsWith('read')).toEqual(['shop']);
  });

  test('let an administrator see every virtual host, and do nothing there without a permission', () => {
    const admin = rightsOf({ name: 'a', tags: ['administrator'], permissions: [], topic_permissions: [] });
    expect(admin.mayEnter('anywhere')).toBe(true);
    expect(admin.may('configure', 'anywhere', 'q')).toBe(false);
  });

  test('to routing keys are restricted where a topic permission says so', () => {
    expect(rights.hasTopics('/')).toBe(true);
    expect(rights.hasTopics('shop')).toBe(false);
    expect(rights.refusedBy('write', '/', 'events', 'clerk.new')).toBeUndefined();
    expect(rights.refusedBy('write', '/', 'events', 'other.new')).toBe('^{username}\\.');
    expect(rights.refusedBy('read', '/', 'events', '#')).toBe('');
    expect(rights.refusedBy('read', '/', 'others', '#')).toBeUndefined();
  });
});

test('names stand for themselves in patterns', () => {
  expect(expand('{vhost}:{username}', { user: 'a+b', vhost: 'x.y' })).toBe('x\\.y:a\\+b');
  expect(expand('{username}', { user: '$&', vhost: '/' })).toBe('\\$&');
});
