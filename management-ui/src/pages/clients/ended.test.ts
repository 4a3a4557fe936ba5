import { expect, test } from 'vitest';
import { explainCode, isOrderly, tellCause, tellEnd } from './ended';

const now = Date.parse('2026-01-01T12:00:00Z');
const ended = {
  type: 'channel',
  closed_at: now - 130_000,
  closed_by: 'broker',
  code: 404,
  text: "NOT_FOUND - no queue 'x' in vhost '/'",
  operation: 'basic.consume',
} as const;

test('it is said when, by whom and why something ended', () => {
  expect(tellEnd(ended, now)).toBe('Closed 2 min ago by the broker');
  expect(tellEnd({ ...ended, closed_by: 'client' }, now)).toBe('Closed 2 min ago by its client');
  expect(tellEnd({ ...ended, closed_by: 'network' }, now)).toBe('Lost 2 min ago: the network failed');
  expect(tellCause(ended)).toBe("404 NOT_FOUND - no queue 'x' in vhost '/', caused by basic.consume");
  expect(tellCause({ code: null, text: '', operation: null })).toBe('No reason was given');
});

test.each([
  ['client', 200, true],
  ['client', null, true],
  ['client', 541, false],
  ['broker', 320, false],
  ['network', null, false],
] as const)('an end by the %s with %s is orderly: %s', (closed_by, code, orderly) =>
  expect(isOrderly({ closed_by, code })).toBe(orderly),
);

test('known codes are explained', () => {
  expect(explainCode(403)).toContain('permission');
  expect(explainCode(null)).toBeUndefined();
  expect(explainCode(999)).toBeUndefined();
});
