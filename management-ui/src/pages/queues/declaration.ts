import type { BodyOf } from '@/api/client';
import { type ArgumentRow, type ArgumentType, toArguments } from '@/components/forms/arguments';

export type QueueType = 'classic' | 'quorum';

/** A queue as it is typed. */
export interface QueueDraft {
  readonly type: QueueType;
  readonly isDurable: boolean;
  readonly isAutoDelete: boolean;
  readonly rows: readonly ArgumentRow[];
}

interface Suggestion {
  readonly name: string;
  readonly type: ArgumentType;
}

const common: readonly Suggestion[] = [
  { name: 'x-message-ttl', type: 'number' },
  { name: 'x-expires', type: 'number' },
  { name: 'x-max-length', type: 'number' },
  { name: 'x-max-length-bytes', type: 'number' },
  { name: 'x-overflow', type: 'string' },
  { name: 'x-dead-letter-exchange', type: 'string' },
  { name: 'x-dead-letter-routing-key', type: 'string' },
  { name: 'x-single-active-consumer', type: 'boolean' },
];

/** The arguments that queues of a type are often given. */
export const suggestionsFor: Readonly<Record<QueueType, readonly Suggestion[]>> = {
  classic: [...common, { name: 'x-max-priority', type: 'number' }],
  quorum: [...common, { name: 'x-delivery-limit', type: 'number' }, { name: 'x-dead-letter-strategy', type: 'string' }],
};

/** What is sent. A quorum queue is always kept, and never deleted by itself for want of consumers. */
export function toDeclaration({
  type,
  isDurable,
  isAutoDelete,
  rows,
}: QueueDraft): BodyOf<'/api/queues/{vhost}/{name}', 'put'> {
  const isQuorum = type === 'quorum';
  return {
    durable: isQuorum || isDurable,
    auto_delete: !isQuorum && isAutoDelete,
    arguments: { 'x-queue-type': type, ...toArguments(rows) },
  };
}
