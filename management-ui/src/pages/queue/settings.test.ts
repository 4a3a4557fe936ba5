import { describe, expect, test } from 'vitest';
import { describeSource, settingsOf } from './settings';

const policy = (name: string, definition: Record<string, unknown>) => ({
  vhost: '/',
  name,
  pattern: '.*',
  'apply-to': 'queues' as const,
  definition,
  priority: 0,
});

const queue = {
  vhost: '/',
  arguments: { 'x-max-length': 500, 'x-overflow': 'reject-publish', 'x-queue-type': 'quorum' },
  policy: 'shop',
  operator_policy: 'guard',
  effective_policy_definition: { 'max-length': 100, overflow: 'drop-head', 'dead-letter-exchange': 'dead' },
};

describe('what holds for a queue', () => {
  const settings = settingsOf(queue, {
    users: [policy('shop', { 'max-length': 1000, overflow: 'drop-head', 'dead-letter-exchange': 'dead' })],
    operators: [policy('guard', { 'max-length': 100 }), policy('other', { 'max-length': 1 })],
  });
  const named = (key: string) => settings.find((setting) => setting.key === key);

  test('is the lowest of limits, whoever set it', () => {
    expect(named('max-length')?.holds).toEqual({ origin: 'operator policy', name: 'guard', value: 100 });
    expect(named('max-length')?.overruled.map(({ value }) => value)).toEqual([500, 1000]);
  });

  test('is the argument before a policy where there is nothing to compare', () => {
    expect(named('overflow')?.holds).toEqual({ origin: 'argument', value: 'reject-publish' });
    expect(named('overflow')?.overruled).toEqual([{ origin: 'policy', name: 'shop', value: 'drop-head' }]);
  });

  test('is the policy where no argument says anything', () => {
    const setting = named('dead-letter-exchange');
    expect(setting && describeSource(setting.key, setting.holds)).toBe('policy shop');
  });

  test('leaves out the type, which the page names by itself', () => expect(named('queue-type')).toBeUndefined());
});

test('without the policies the name of the only one is known', () => {
  const settings = settingsOf({ ...queue, arguments: {}, policy: null }, undefined);
  expect(settings[0]?.holds).toEqual({ origin: 'operator policy', name: 'guard', value: 'dead' });
});
