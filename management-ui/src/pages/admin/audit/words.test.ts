import { expect, test } from 'vitest';
import { tellAction, tellKind } from './words';

test.each([
  ['PUT', 'set'],
  ['DELETE', 'deleted'],
  ['delete', 'deleted'],
  ['declare', 'declared'],
  ['purge', 'purged'],
  ['unbind', 'unbound'],
])('%s is told as %s', (action, told) => expect(tellAction(action)).toBe(told));

test('kinds are written as words', () => expect(tellKind('operator_policy')).toBe('operator policy'));
