import type { QueueDetail } from '@/api/queries/queue';
import { formatBytes, formatCount, formatDuration, formatRate } from '@/format';
import { describeSource, type Setting, settingNamed } from './settings';

export interface Finding {
  readonly id: string;
  /** `problem`: it does not work; `warning`: it will not for long, or something is lost; `note`: worth knowing; `good`: nothing is wrong. */
  readonly kind: 'problem' | 'warning' | 'note' | 'good';
  readonly title: string;
  readonly detail: string;
  /** Where to see more. */
  readonly link?: { readonly to: string; readonly label: string };
}

export interface Observed {
  readonly queue: QueueDetail;
  readonly settings: readonly Setting[];
  readonly alarms: readonly string[];
  /** The exchanges of its virtual host; undefined while they are not known. */
  readonly exchanges: readonly string[] | undefined;
  /** How many bindings lead here, that of the default exchange aside. */
  readonly bindings: number | undefined;
}

const order = { problem: 0, warning: 1, note: 2, good: 3 } as const;

/** Why a queue is as it is: what holds its messages back, or loses them, gravest first. Never empty. */
export function diagnose(observed: Observed): Finding[] {
  const findings = [
    alarms(observed),
    fullness(observed, 'max-length', observed.queue.messages_ready, formatCount),
    fullness(observed, 'max-length-bytes', observed.queue.message_bytes_ready, formatBytes),
    ...consuming(observed),
    redelivery(observed),
    growth(observed),
    deadLetters(observed),
    expiry(observed),
    routes(observed),
  ].filter((finding) => finding !== undefined);
  return findings.some(({ kind }) => kind === 'problem' || kind === 'warning')
    ? findings.sort((one, other) => order[one.kind] - order[other.kind])
    : [allIsWell(observed), ...findings];
}

function alarms({ alarms: [alarm] }: Observed): Finding | undefined {
  return alarm === undefined
    ? undefined
    : {
        id: 'alarm',
        kind: 'problem',
        title: `Publishers wait: the ${alarm} alarm is on`,
        detail:
          'Connections that publish are held back until there is room again; nothing new comes into any queue. Consuming goes on.',
        link: { to: '/', label: 'See memory and disk' },
      };
}

function fullness(
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

function consuming({ queue }: Observed): (Finding | undefined)[] {
  const { consumers, messages_ready: ready } = queue;
  const details = queue.consumer_details ?? [];
  if (consumers === 0) {
    return [
      ready > 0
        ? {
            id: 'no-consumers',
            kind: 'problem',
            title: 'Nobody consumes',
            detail: `${formatCount(ready)} ${ready === 1 ? 'message waits' : 'messages wait'}, and no client has a consumer here.`,
          }
        : { id: 'no-consumers', kind: 'note', title: 'Nobody consumes', detail: 'New messages will wait here.' },
    ];
  }
  return [prefetch(queue), singleActive(queue), exclusive(details), unlimited(details)];
}

function prefetch({ messages_ready: ready, ...queue }: QueueDetail): Finding | undefined {
  const active = (queue.consumer_details ?? []).filter((consumer) => consumer.active);
  const isUsedUp = active.every(
    ({ ack_required, prefetch_count: most, messages_unacknowledged: held }) => ack_required && most > 0 && held >= most,
  );
  if (ready === 0 || active.length === 0 || !isUsedUp) {
    return undefined;
  }
  const isMoving = (queue.message_stats?.ack_details?.rate ?? 0) > 0;
  const [only] = active;
  const who =
    active.length === 1 && only !== undefined
      ? `Consumer ${only.consumer_tag} holds`
      : `All ${formatCount(active.length)} active consumers hold`;
  const held = sum(active.map((consumer) => consumer.messages_unacknowledged));
  const most = sum(active.map((consumer) => consumer.prefetch_count));
  return {
    id: 'prefetch',
    kind: isMoving ? 'note' : 'problem',
    title: isMoving ? 'The consumers are busy: prefetch is used up' : 'The consumers are stuck: prefetch is used up',
    detail: `${who} ${formatCount(held)} unacked of ${formatCount(most)}${
      isMoving ? '; the next message goes out when one is acked' : ', and none was acked lately'
    }.`,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function singleActive({ consumer_details: details = [], arguments: args }: QueueDetail): Finding | undefined {
  if (args['x-single-active-consumer'] !== true) {
    return undefined;
  }
  const active = details.find((consumer) => consumer.active);
  return {
    id: 'single-active',
    kind: 'note',
    title: 'One consumer gets everything',
    detail: `The queue has a single active consumer: ${active?.consumer_tag ?? 'none yet'}. ${formatCount(
      details.length - (active === undefined ? 0 : 1),
    )} more take over when it goes.`,
  };
}

function exclusive(details: NonNullable<QueueDetail['consumer_details']>): Finding | undefined {
  const owner = details.find((consumer) => consumer.exclusive);
  return owner === undefined
    ? undefined
    : {
        id: 'exclusive',
        kind: 'note',
        title: 'One consumer has the queue to itself',
        detail: `${owner.consumer_tag} consumes exclusively; others are refused.`,
      };
}

function unlimited(details: NonNullable<QueueDetail['consumer_details']>): Finding | undefined {
  const consumer = details.find(
    ({ ack_required, prefetch_count: most, messages_unacknowledged: held }) =>
      ack_required && most === 0 && held >= 1000,
  );
  return consumer === undefined
    ? undefined
    : {
        id: 'unlimited',
        kind: 'warning',
        title: 'A consumer takes without limit',
        detail: `${consumer.consumer_tag} has no prefetch: ${formatCount(consumer.messages_unacknowledged)} messages are out and unacked, and come back when it fails. Setting basic.qos limits that.`,
      };
}

function redelivery({ queue: { message_stats: stats } }: Observed): Finding | undefined {
  const again = stats?.redeliver_details?.rate ?? 0;
  const delivered = stats?.deliver_get_details?.rate ?? 0;
  return again < 0.5 || again < delivered * 0.2
    ? undefined
    : {
        id: 'redelivery',
        kind: 'warning',
        title: 'Messages keep coming back',
        detail: `${formatRate(again)} of ${formatRate(delivered)} deliveries are redeliveries: consumers reject and requeue, or fail before they ack.`,
      };
}

function growth({ queue }: Observed): Finding | undefined {
  const rate = queue.messages_ready_details.rate;
  const taken = queue.message_stats?.deliver_get_details?.rate ?? 0;
  return queue.consumers === 0 || rate < 1 || queue.messages_ready < 100
    ? undefined
    : {
        id: 'growth',
        kind: 'warning',
        title: `It grows by ${formatRate(rate)}`,
        detail: `${formatRate(queue.message_stats?.publish_details?.rate ?? 0)} come in, ${formatRate(taken)} go out: more consumers, or faster ones, are needed.`,
      };
}

function deadLetters({ settings, exchanges }: Observed): Finding | undefined {
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

function expiry({ settings }: Observed): Finding | undefined {
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

function routes({ queue, bindings }: Observed): Finding | undefined {
  return bindings !== 0 || (queue.message_stats?.publish_details?.rate ?? 0) > 0
    ? undefined
    : {
        id: 'routes',
        kind: 'note',
        title: 'No exchange is bound to it',
        detail: 'Only messages published to the default exchange with its name as routing key come here.',
      };
}

function allIsWell({ queue }: Observed): Finding {
  const out = queue.message_stats?.deliver_get_details?.rate ?? 0;
  return {
    id: 'good',
    kind: 'good',
    title: 'Nothing holds messages back',
    detail:
      out > 0
        ? `${formatRate(out)} are delivered, ${formatCount(queue.messages_ready)} wait.`
        : queue.messages_ready === 0
          ? 'The queue is empty.'
          : `${formatCount(queue.messages_ready)} wait for the consumers.`,
  };
}

function deadLetterExchange(settings: readonly Setting[]): string | undefined {
  const value = settingNamed(settings, 'dead-letter-exchange')?.holds.value;
  return typeof value === 'string' ? value : undefined;
}

function nameOf(exchange: string): string {
  return exchange === '' ? 'the default exchange' : `exchange ${exchange}`;
}
