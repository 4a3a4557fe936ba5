import { describe, expect, test } from 'vitest';
import { subjectsOf } from './keys';
import { appliesTo, beats, winnerOver } from './winning';

const policy = (name: string, changes: object = {}) => ({
  vhost: '/',
  name,
  pattern: '^orders',
  'apply-to': 'queues' as const,
  definition: { 'max-length': 1 },
  priority: 0,
  ...changes,
});
const orders = { name: 'orders', kind: 'classic' } as const;

describe('a policy', () => {
  test('holds for what its pattern takes in and it applies to', () => {
    expect(appliesTo(policy('a'), orders)).toBe(true);
    expect(appliesTo(policy('a'), { name: 'my-orders', kind: 'classic' })).toBe(false);
    expect(appliesTo(policy('a'), { name: 'orders', kind: 'exchange' })).toBe(false);
    expect(appliesTo(policy('a', { 'apply-to': 'quorum_queues' }), orders)).toBe(false);
    expect(appliesTo(policy('a', { 'apply-to': 'all' }), { name: 'orders', kind: 'exchange' })).toBe(true);
  });

  test('with a setting that classic queues do not have leaves them out', () => {
    expect(appliesTo(policy('a', { definition: { 'delivery-limit': 3 } }), orders)).toBe(false);
    expect([...subjectsOf('all', { 'delivery-limit': 3 })]).toEqual(['exchange', 'quorum']);
  });

  test('of higher priority goes before, of the same one the first by name', () => {
    expect(beats(policy('b', { priority: 1 }), policy('a'))).toBe(true);
    expect(beats(policy('b'), policy('a'))).toBe(false);
  });

  test('loses to the best of those that match, and never to itself or to one elsewhere', () => {
    const mine = policy('mine');
    const others = [
      policy('mine', { priority: 9 }),
      policy('elsewhere', { priority: 9, vhost: 'shop' }),
      policy('narrow', { priority: 9, pattern: '^x' }),
      policy('strong', { priority: 5 }),
      policy('stronger', { priority: 6 }),
    ];
    expect(winnerOver(mine, others, orders)?.name).toBe('stronger');
    expect(winnerOver(policy('mine', { priority: 7 }), others, orders)).toBeUndefined();
  });
});
