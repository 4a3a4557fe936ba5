import { describeError } from '@/api/errors';
import { formatCount, formatMany } from '@/format';

interface Listed {
  readonly vhost: string;
  readonly name: string;
  readonly messages_ready: number;
  readonly messages_unacknowledged: number;
  readonly consumers: number;
}

const namedAtMost = 8;

/** What goes when queues are purged or deleted: those that hold most are named first. */
export function lossesOfMany(queues: readonly Listed[], isDeletion: boolean): string[] {
  const total = (of: (queue: Listed) => number) => queues.reduce((sum, queue) => sum + of(queue), 0);
  const ready = total((queue) => queue.messages_ready);
  const unacked = total((queue) => queue.messages_unacknowledged);
  const consumers = total((queue) => queue.consumers);
  const named = [...queues]
    .sort((one, other) => other.messages_ready - one.messages_ready)
    .slice(0, namedAtMost)
    .map((queue) => `${queue.name}${queue.messages_ready > 0 ? ` (${formatCount(queue.messages_ready)} ready)` : ''}`);
  const more = queues.length > namedAtMost ? `, and ${formatCount(queues.length - namedAtMost)} more` : '';
  return [
    `${isDeletion ? 'The queues' : 'All that is ready in'} ${named.join(', ')}${more}`,
    formatMany(ready, 'ready message'),
    ...(isDeletion && unacked > 0 ? [`${formatMany(unacked, 'message')} that consumers hold unacked`] : []),
    ...(isDeletion && consumers > 0 ? [`${formatMany(consumers, 'consumer')}, cancelled by the broker`] : []),
  ];
}

/** Does the same to one after the other; what is refused does not keep the others from it, and is told in the end. */
export async function eachOf<T extends { readonly name: string }>(
  things: readonly T[],
  run: (thing: T) => Promise<unknown>,
): Promise<void> {
  const refusals: string[] = [];
  for (const thing of things) {
    try {
      await run(thing);
    } catch (error) {
      refusals.push(`${thing.name}: ${describeError(error)}`);
    }
  }
  if (refusals.length > 0) {
    const done = things.length - refusals.length;
    throw new Error(`Done for ${formatCount(done)} of ${formatCount(things.length)}. ${refusals.join(' ')}`);
  }
}
