import { describe, expect, test } from 'vitest';
import { tick } from './useSelection';

const key = ({ name }: { name: string }) => name;
const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name })) as [{ name: string }, { name: string }, { name: string }];

describe('ticks', () => {
  test('are kept in the order in which they were made', () => {
    expect([...tick(tick(new Map(), [c], key, true), [a, b], key, true).keys()]).toEqual(['c', 'a', 'b']);
  });

  test('are made once, and leave others alone when they go', () => {
    const all = tick(new Map(), [a, b, a], key, true);
    expect([...tick(all, [b], key, false).values()]).toEqual([a]);
    expect(all.size).toBe(2);
  });
});
