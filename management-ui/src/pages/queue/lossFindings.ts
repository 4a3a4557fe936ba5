import { formatDuration } from '@/format';
import type { Finding, Observed } from './finding';
import { describeSource, type Setting, settingNamed } from './settings';

/** A limit is reached, or nearly: then messages are refused or dropped. */
export function fullness(
  { settings }: Observed,
  key: 'max-length' | 'max-length-bytes',
  ready: number,
  format: (value: number) => string,
): Finding | undefined {
  const limit = settingNamed(settings, key);
  const most = Number(limit?.holds.value);
  if (limit === undefined || !Number.isFinite(most) || ready < most * 0.9) {
    return undefined;
  }
  const overflow = String(settingNamed(settings, 'overflow')?.holds.value ?? 'drop-head');
  const target = deadLetterExchange(settings);
  const isFull = ready >= most;
  const who = describeSource(key, limit.holds);
  const figures = `${format(ready)} of ${format(most)}, set by ${who}`;
  if (overflow.startsWith('reject')) {
    return {
      id: key,
      kind: isFull ? 'problem' : 'warning',
      title: isFull ? `New messages are refused: ${key} is reached` : `Nearly full: then new messages are refused`,
      detail: `${figures}. With overflow ${overflow} a publisher that asks for confirms gets a nack${
        overflow === 'reject-publish-dlx' && target !== undefined ? `, and the message goes to ${nameOf(target)}` : ''
      }.`,
    };
  }
  return {
    id: key,
    kind: 'warning',
    title: isFull ? `The oldest messages are dropped: ${key} is reached` : 'Nearly full: then the oldest are dropped',
    detail: `${figures}. Each new message pushes the oldest out${
      target === undefined ? '; it is lost, since there is no dead-letter exchange' : `, to ${nameOf(target)}`
    }.`,
  };
}

/** What dies goes to an exchange that is not there. */
export function deadLetters({ settings, exchanges }: Observed): Finding | undefined {
  const target = deadLetterExchange(settings);
  if (target === undefined || target === '' || exchanges === undefined || exchanges.includes(target)) {
    return undefined;
  }
  return {
    id: 'dead-letters',
    kind: 'warning',
    title: 'Dead letters are lost',
    detail: `The dead-letter exchange ${target} is not there: what dies here goes nowhere.`,
  };
}

/** Messages that wait too long go. */
export function expiry({ settings }: Observed): Finding | undefined {
  const ttl = settingNamed(settings, 'message-ttl');
  if (ttl === undefined) {
    return undefined;
  }
  const target = deadLetterExchange(settings);
  const after = formatDuration(Number(ttl.holds.value));
  return {
    id: 'ttl',
    kind: 'note',
    title: `Messages live for ${after}`,
    detail: `Then they ${target === undefined ? 'are lost' : `go to ${nameOf(target)}`}; set by ${describeSource('message-ttl', ttl.holds)}.`,
  };
}

function deadLetterExchange(settings: readonly Setting[]): string | undefined {
  const value = settingNamed(settings, 'dead-letter-exchange')?.holds.value;
  return typeof value === 'string' ? value : undefined;
}

function nameOf(exchange: string): string {
  return exchange === '' ? 'the default exchange' : `exchange ${exchange}`;
}
