import { Badge, Group, Tooltip } from '@mantine/core';
import type { Queue } from '@/api/queries/queues';

/** What is special about a queue, short; in full when pointed at. */
export function QueueFeatures({
  queue,
}: {
  readonly queue: Pick<Queue, 'durable' | 'auto_delete' | 'exclusive' | 'arguments'>;
}) {
  const features = featuresOf(queue);
  return (
    <Group gap={4} wrap="nowrap">
      {features.map(([short, full]) => (
        <Tooltip key={short} label={full}>
          <Badge variant="default" size="sm" tt="none" aria-label={full}>
            {short}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}

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

function featuresOf({
  durable,
  auto_delete,
  exclusive,
  arguments: args,
}: Pick<Queue, 'durable' | 'auto_delete' | 'exclusive' | 'arguments'>) {
  const features: [short: string, full: string][] = [];
  if (durable) {
    features.push(['D', 'Durable']);
  }
  if (auto_delete) {
    features.push(['AD', 'Deleted with its last consumer']);
  }
  if (exclusive) {
    features.push(['Excl', 'Of one connection alone']);
  }
  for (const [name, value] of Object.entries(args)) {
    if (name !== 'x-queue-type') {
      features.push([shortNames[name] ?? name, `${name}: ${JSON.stringify(value)}`]);
    }
  }
  return features;
}
