import { describe, expect, test } from 'vitest';
import { type ArgumentRow, type ArgumentType, mistakeInRow, toArguments, toRows } from './arguments';

const row = (name: string, type: ArgumentType, text: string): ArgumentRow => ({ id: 0, name, type, text });

describe('arguments', () => {
  test('have the types that are chosen', () => {
    const rows = [
      row('a', 'string', '1'),
      row('b', 'number', '1'),
      row('c', 'boolean', 'true'),
      row('d', 'list', '[1]'),
      row('e', 'object', '{"f":null}'),
    ];

    expect(toArguments(rows)).toEqual({ a: '1', b: 1, c: true, d: [1], e: { f: null } });
  });

  test('are shown as they are, and read as they are shown', () => {
    const args = { a: '1', b: 1.5, c: false, d: ['x'], e: {}, f: '' };

    expect(toArguments(toRows(args))).toEqual(args);
  });

  test.each([
    ['number', 'x'],
    ['number', ''],
    ['list', '{}'],
    ['object', '[]'],
    ['object', '{'],
  ] as const)('that are no %s are wrong: %s', (type, text) => {
    expect(mistakeInRow(row('a', type, text))).toBeDefined();
    expect(toArguments([row('a', type, text)])).toEqual({});
  });

  test('without a name do not count', () => expect(mistakeInRow(row('', 'number', 'x'))).toBeUndefined());
});
