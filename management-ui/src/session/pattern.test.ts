import { describe, expect, test } from 'vitest';
import { allows, allowsNothing, compile, matches, mistakeInPattern } from './pattern';

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

  test('that are wrong are said to be', () => {
    expect(mistakeInPattern('[')).toBeDefined();
    expect(mistakeInPattern('^a.*b$')).toBeUndefined();
    expect(compile('(')).toBeUndefined();
  });
});

describe('patterns of permissions', () => {
  test.each([
    ['.*', 'orders', true],
    ['', 'orders', false],
    ['', '', true],
    ['^$', 'orders', false],
    ['^mine\\.', 'mine.orders', true],
    ['^mine\\.', 'mine-orders', false],
    ['^(mine\\.|amq\\.default$)', 'amq.default', true],
    ['ord', 'my-orders', true],
    ['(?i)^MINE', 'mine', true],
    ['^my\\-queue\\_[\\-\\w]+$', 'my-queue_a-1', true],
    ['^[[:alpha:]\\-]+$', 'my-queue', true],
    ['^\\\\$', '\\', true],
    ['^größe', 'größe', true],
    ['^mine', 'größe', false],
  ])('%s allows %s: %s', (pattern, name, expected) => expect(allows(pattern, name)).toBe(expected));

  test.each([
    ['(', 'orders', 'none for a browser'],
    ['\\Aorders', 'orders', 'an anchor that would be a letter'],
    ['^a{,2}$', 'a', 'braces that count otherwise'],
    ['^(?P<x>a)', 'a', 'a group of Perl’s'],
    ['^[a-z-[aeiou]]+$', 'xyz', 'a class taken away from another'],
    ['^\\w+$', 'größe', 'letters of another script'],
    ['^(a+)+$', `${'a'.repeat(60)}!`, 'one that is tried in very many ways'],
    ['.*a.*b.*c.*d', 'a'.repeat(255), 'one that is tried in many ways'],
  ])('%s leaves %s to the broker: %s', (pattern, name) => expect(allows(pattern, name)).toBeUndefined());

  test('that allow nothing are known', () => {
    expect(['', '^$', '.*', '^a'].filter(allowsNothing)).toEqual(['', '^$']);
  });
});
