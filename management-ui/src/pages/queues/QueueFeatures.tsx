import type { Queue } from '@/api/queries/queues';
import { FeatureBadges } from '@/components/FeatureBadges';

type Declared = Pick<Queue, 'durable' | 'auto_delete' | 'exclusive' | 'arguments'>;

const shortNames: Readonly<Record<string, string>> = {
  'x-message-ttl': 'TTL',
  'x-expires': 'Exp',
  'x-max-length': 'Lim',
  'x-max-length-bytes': 'LimB',
  'x-dead-letter-exchange': 'DLX',
  'x-dead-letter-routing-key': 'DLK',
  'x-max-priority': 'Pri',
  'x-single-active-consumer': 'SAC',
  'x-overflow': 'Ovfl',
};

export function QueueFeatures({ queue }: { readonly queue: Declared }) {
  const { 'x-queue-type': _, ...args } = queue.arguments;
  return (
    <FeatureBadges
      flags={[
        queue.durable && ['D', 'Durable'],
        queue.auto_delete && ['AD', 'Deleted with its last consumer'],
        queue.exclusive && ['Excl', 'Of one connection alone'],
      ]}
      args={args}
      shortNames={shortNames}
    />
  );
}
