import { expect, test } from 'vitest';
import { MANY, troubleOf } from './trouble';

const consumer = { ack_required: true, active: true, prefetch_count: 10, messages_unacknowledged: 0 };
const channel = { globalPrefetch: 0, unacked: 0, ackRate: 5 };

test('a consumer with room is well', () => {
  expect(troubleOf({ ...consumer, messages_unacknowledged: 9 }, channel)).toBeUndefined();
});

test('one that has all of its prefetch is at its limit, and stuck when nothing is acknowledged', () => {
  const full = { ...consumer, messages_unacknowledged: 10 };
  expect(troubleOf(full)?.kind).toBe('exhausted');
  expect(troubleOf(full, channel)?.kind).toBe('exhausted');
  expect(troubleOf(full, { ...channel, ackRate: 0 })?.kind).toBe('stuck');
  expect(troubleOf(full, channel)?.text).toContain('all 10 messages');
});

test('the prefetch of the channel counts as well', () => {
  const window = { globalPrefetch: 4, unacked: 4, ackRate: 1 };
  expect(troubleOf({ ...consumer, prefetch_count: 0, messages_unacknowledged: 2 }, window)?.text).toContain('global');
});

test('many unacked without any limit are worth a word', () => {
  const open = { ...consumer, prefetch_count: 0, messages_unacknowledged: MANY };
  expect(troubleOf(open)?.kind).toBe('unlimited');
  expect(troubleOf({ ...open, messages_unacknowledged: MANY - 1 })).toBeUndefined();
  expect(troubleOf(open, { ...channel, globalPrefetch: 5000 })).toBeUndefined();
});

test('one that needs no acks has no limit to reach', () => {
  expect(troubleOf({ ...consumer, ack_required: false, messages_unacknowledged: 10 })).toBeUndefined();
});

test('one that waits for the active one to go says so', () => {
  expect(troubleOf({ ...consumer, active: false })?.kind).toBe('waiting');
});
