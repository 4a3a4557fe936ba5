import { formatBytes, formatCount, formatRate } from '@/format';
import { consuming, growth, redelivery } from './consumerFindings';
import type { Finding, Observed } from './finding';
import { deadLetters, expiry, fullness } from './lossFindings';

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
