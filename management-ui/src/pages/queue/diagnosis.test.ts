import { describe, expect, test } from 'vitest';
import type { QueueDetail } from '@/api/queries/queue';
import { diagnose } from './diagnosis';
import type { Observed } from './finding';
import type { Setting } from './settings';

const rate = (value: number) => ({ rate: value });

function queue(changes: Partial<QueueDetail>): QueueDetail {
  return {
    arguments: {},
    auto_delete: false,
    durable: true,
    exclusive: false,
    name: 'q',
    node: 'n',
    type: 'classic',
    vhost: '/',
    consumers: 0,
    effective_policy_definition: {},
    memory: 0,
    message_bytes_ready: 0,
    messages: 0,
    messages_ready: 0,
    messages_unacknowledged: 0,
    messages_details: rate(0),
    messages_ready_details: rate(0),
    messages_unacknowledged_details: rate(0),
    message_bytes: 0,
    message_bytes_unacknowledged: 0,
    operator_policy: null,
    policy: null,
    state: 'running',
    ...changes,
  };
}

const consumer = (tag: string, prefetch: number, held = 0, active = true) => ({
  arguments: {},
  ack_required: true,
  active,
  activity_status: 'up',
  channel_details: {
    connection_name: 'c',
    name: 'c (1)',
    node: 'n',
    number: 1,
    peer_host: 'h',
    peer_port: 1,
    user: 'u',
    user_provided_name: 'app',
  },
  consumer_timeout: 0,
  consumer_tag: tag,
  exclusive: false,
  messages_unacknowledged: held,
  prefetch_count: prefetch,
  queue: { name: 'q', vhost: '/' },
});

const set = (key: string, value: unknown): Setting => ({
  key,
  holds: { origin: 'policy', name: 'shop', value },
  overruled: [],
});

function find(changes: Partial<QueueDetail>, rest: Partial<Observed> = {}) {
  return diagnose({ queue: queue(changes), settings: [], alarms: [], exchanges: [], bindings: 1, ...rest });
}

const ids = (findings: ReturnType<typeof find>) => findings.map(({ id, kind }) => `${kind} ${id}`);

describe('a queue', () => {
  test('that holds messages and has no consumers says so', () =>
    expect(ids(find({ messages_ready: 3 }))).toEqual(['problem no-consumers']));

  test('that is empty is well', () => expect(ids(find({}))).toEqual(['good good', 'note no-consumers']));

  test('whose consumers hold all they may is stuck', () => {
    const [finding] = find({
      consumers: 2,
      consumer_details: [consumer('a', 20, 20), consumer('b', 5, 5)],
      messages_ready: 1,
      messages_unacknowledged: 25,
    });
    expect(finding).toMatchObject({ id: 'prefetch', kind: 'problem' });
    expect(finding?.detail).toContain('25 unacked of 25');
  });

  test('whose consumers hold all they may and ack is busy, not stuck', () => {
    const findings = find({
      consumers: 1,
      consumer_details: [consumer('a', 20, 20)],
      messages_ready: 1,
      messages_unacknowledged: 20,
      message_stats: { ack_details: rate(4) },
    });
    expect(ids(findings)).toEqual(['good good', 'note prefetch']);
  });

  test('is not judged by the prefetch of consumers that only wait', () => {
    const findings = find({
      arguments: { 'x-single-active-consumer': true },
      consumers: 2,
      consumer_details: [consumer('a', 10, 10), consumer('b', 10, 0, false)],
      messages_ready: 1,
      messages_unacknowledged: 10,
    });
    expect(ids(findings)).toEqual(['problem prefetch', 'note single-active']);
  });

  test('that is full and refuses names the policy', () => {
    const [finding] = find(
      { messages_ready: 100, consumers: 1, consumer_details: [consumer('a', 0)] },
      { settings: [set('max-length', 100), set('overflow', 'reject-publish')] },
    );
    expect(finding).toMatchObject({ kind: 'problem', title: 'New messages are refused: max-length is reached' });
    expect(finding?.detail).toContain('policy shop');
  });

  test('that drops its oldest warns', () =>
    expect(ids(find({ messages_ready: 95 }, { settings: [set('max-length', 100)] }))).toEqual([
      'problem no-consumers',
      'warning max-length',
    ]));

  test('whose dead-letter exchange is not there loses dead letters', () => {
    const settings = [set('dead-letter-exchange', 'gone')];
    expect(ids(find({}, { settings, exchanges: ['other'] }))).toContain('warning dead-letters');
    expect(ids(find({}, { settings, exchanges: ['gone'] }))).not.toContain('warning dead-letters');
    expect(ids(find({}, { settings, exchanges: undefined }))).not.toContain('warning dead-letters');
  });

  test('shows the alarm before all else', () =>
    expect(ids(find({ messages_ready: 1 }, { alarms: ['memory'] }))[0]).toBe('problem alarm'));
});
