import type { QueueDetail } from '@/api/queries/queue';
import { formatCount, formatRate } from '@/format';
import type { Finding, Observed } from './finding';

/** What of its consumers holds messages back, or that there are none. */
export function consuming({ queue }: Observed): (Finding | undefined)[] {
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

/** Deliveries that are not the first. */
export function redelivery({ queue: { message_stats: stats } }: Observed): Finding | undefined {
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

/** More comes in than goes out. */
export function growth({ queue }: Observed): Finding | undefined {
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
