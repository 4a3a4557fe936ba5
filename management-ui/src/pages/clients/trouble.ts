import type { Consumer } from '@/api/queries/clients';

/** Why a consumer gets nothing, or takes too much. */
export interface Trouble {
  readonly kind: 'stuck' | 'exhausted' | 'unlimited' | 'waiting';
  /** In a word or two. */
  readonly label: string;
  /** What it means, and what to do about it. */
  readonly text: string;
}

type Judged = Pick<Consumer, 'ack_required' | 'active' | 'prefetch_count' | 'messages_unacknowledged'>;

interface ChannelWindow {
  /** The prefetch of the whole channel; 0 for none. */
  readonly globalPrefetch: number;
  readonly unacked: number;
  /** Acks in a second; undefined when that is not known. */
  readonly ackRate: number | undefined;
}

/** From how many on deliveries without a limit are worth a word. */
export const MANY = 1000;

/** What is wrong with a consumer; undefined when nothing is. */
export function troubleOf(consumer: Judged, channel?: ChannelWindow): Trouble | undefined {
  const { ack_required, active, prefetch_count: prefetch, messages_unacknowledged: unacked } = consumer;
  if (!active) {
    return {
      kind: 'waiting',
      label: 'Waiting',
      text: 'Another consumer is the single active one of this queue; this one takes over when that is gone.',
    };
  }
  if (!ack_required) {
    return undefined;
  }
  const full =
    prefetch > 0 && unacked >= prefetch
      ? `It has all ${prefetch} messages that its prefetch allows`
      : channel !== undefined && channel.globalPrefetch > 0 && channel.unacked >= channel.globalPrefetch
        ? `Its channel has all ${channel.globalPrefetch} messages that the global prefetch allows`
        : undefined;
  if (full !== undefined) {
    return channel?.ackRate === 0
      ? {
          kind: 'stuck',
          label: 'Stuck',
          text: `${full}, and acknowledges none: it gets no more until it does.`,
        }
      : {
          kind: 'exhausted',
          label: 'At its limit',
          text: `${full}: the queue waits for it. It is slow, or its prefetch is low.`,
        };
  }
  return prefetch === 0 && (channel?.globalPrefetch ?? 0) === 0 && unacked >= MANY
    ? {
        kind: 'unlimited',
        label: 'No limit',
        text: `It has ${unacked} unacked messages and no prefetch: whatever comes piles up at the client.`,
      }
    : undefined;
}
