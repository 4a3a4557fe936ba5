import { describe, expect, test } from 'vitest';
import { allows, compile, matches, mistakeInPattern } from './pattern';

describe('patterns', () => {
  test.each([
    ['ord', 'my-orders', true],
    ['^ord', 'my-orders', false],
    ['^ORD', 'orders', false],
    ['(?i)^ORD', 'orders', true],
    ['^[[:alpha:]]+$', 'orders', true],
    ['^[[:alpha:]]+$', 'orders1', false],
    ['(', 'orders', false],
    ['', 'anything', true],
  ])('%s takes in %s: %s', (pattern, name, expected) => expect(matches(pattern, name)).toBe(expected));

  test('of a permission that are empty allow the empty name alone', () => {
    expect(allows('', 'orders')).toBe(false);
    expect(allows('', '')).toBe(true);
    expect(allows('.*', 'orders')).toBe(true);
  });

  test('that are wrong are said to be', () => {
    expect(mistakeInPattern('[')).toBeDefined();
    expect(mistakeInPattern('^a.*b$')).toBeUndefined();
    expect(compile('(')).toBeUndefined();
  });
});
