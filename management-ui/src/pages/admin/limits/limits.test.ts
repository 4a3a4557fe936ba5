import { describe, expect, test } from 'vitest';
import { changesOf, tellLimits } from './limits';

describe('limits', () => {
  test('are told in words, those below zero not at all', () => {
    expect(tellLimits({ 'max-connections': 1200, 'max-queues': -1 })).toBe('1,200 connections');
    expect(tellLimits({})).toBe('none');
  });

  test('are set and cleared only where they change', () => {
    const before = { 'max-connections': 10, 'max-queues': 5 };
    expect(changesOf(before, { 'max-connections': '10', 'max-queues': '' })).toEqual([
      { name: 'max-queues', value: undefined },
    ]);
    expect(changesOf({}, { 'max-connections': '0', 'max-queues': '' })).toEqual([
      { name: 'max-connections', value: 0 },
    ]);
  });
});
