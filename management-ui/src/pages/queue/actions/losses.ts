import type { Binding, QueueDetail } from '@/api/queries/queue';
import { formatBytes, formatMany } from '@/format';

type Holding = Pick<
  QueueDetail,
  'messages_ready' | 'messages_unacknowledged' | 'message_bytes_ready' | 'consumers' | 'name'
>;

const shownBindings = 4;

/** What goes when the ready messages go. */
export function purgeLosses({ messages_ready: ready, message_bytes_ready: bytes }: Holding): string[] {
  return [`${formatMany(ready, 'ready message')} (${formatBytes(bytes)})`];
}

/** What goes with a queue: its messages, those out with consumers, the consumers, the ways that lead here. */
export function deleteLosses(queue: Holding, bindings: readonly Binding[] | undefined): string[] {
  const own = (bindings ?? []).filter(({ source }) => source !== '');
  const named = own
    .slice(0, shownBindings)
    .map(({ source, routing_key: key }) => (key === '' ? source : `${source}: ${key}`));
  const more = own.length > shownBindings ? ', …' : '';
  return [
    `The queue ${queue.name} with its settings`,
    ...(queue.messages_ready > 0 ? purgeLosses(queue) : []),
    ...(queue.messages_unacknowledged > 0
      ? [`${formatMany(queue.messages_unacknowledged, 'message')} that consumers hold unacked`]
      : []),
    ...(queue.consumers > 0 ? [`${formatMany(queue.consumers, 'consumer')}, cancelled by the broker`] : []),
    ...(own.length > 0 ? [`${formatMany(own.length, 'binding')} (${named.join(', ')}${more})`] : []),
  ];
}
