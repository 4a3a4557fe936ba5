import { expect, test } from 'vitest';
import { linesAround, readMistake } from './mistake';

test('a mistake in a file has a place and a line', () =>
  expect(readMistake('queues[3].arguments, line 12: not a table: x')).toEqual({
    place: 'queues[3].arguments',
    line: 12,
    reason: 'not a table: x',
  }));

test('what is no JSON has a line', () => {
  expect(readMistake('failed_to_parse_json, line 3, byte 7')).toMatchObject({ line: 3, place: undefined });
  expect(readMistake('failed_to_parse_json')).toMatchObject({ line: undefined });
});

test('the lines around it are shown', () =>
  expect(linesAround('a\nb\nc\nd', 1, 1)).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: 'b' },
  ]));
