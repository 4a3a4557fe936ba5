import { describe, expect, test } from 'vitest';
import { changedMembers, tellKinds, tellMembers } from './preview';

describe('the preview of an import', () => {
  test('names each member that changes, with what it is and what it becomes', () => {
    const from = { pattern: '^a', definition: { 'max-length': 1, expires: 5 }, priority: 0 };
    const to = { pattern: '^a', definition: { 'max-length': 2, overflow: 'reject-publish' }, priority: 0 };

    expect(changedMembers(from, to)).toEqual([
      { path: 'definition.max-length', from: '1', to: '2' },
      { path: 'definition.expires', from: '5', to: undefined },
      { path: 'definition.overflow', from: undefined, to: '“reject-publish”' },
    ]);
  });

  test('shows no hashes of passwords', () => {
    expect(changedMembers({ password_hash: 'x' }, { password_hash: 'y' })).toEqual([
      { path: 'password_hash', from: 'one', to: 'another' },
    ]);
    expect(tellMembers({ password_hash: 'x', tags: ['monitoring'], limits: {} })).toBe('tags: ["monitoring"]');
  });

  test('compares lists and plain values as wholes', () => {
    expect(changedMembers(['a'], ['a', 'b'])).toEqual([{ path: '', from: '["a"]', to: '["a","b"]' }]);
    expect(changedMembers('a', 'a')).toEqual([]);
  });

  test('counts kinds', () => {
    const one = (kind: string) => ({ kind, vhost: '/', name: 'x', to: {} });
    expect(tellKinds([one('queue'), one('policy'), one('queue'), one('policy'), one('vhost')])).toBe(
      '2 queues, 2 policies, 1 virtual host',
    );
  });
});
