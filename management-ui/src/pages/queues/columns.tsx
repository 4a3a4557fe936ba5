import { Badge, Group, Text } from '@mantine/core';
import type { Queue } from '@/api/queries/queues';
import { AppLink } from '@/components/AppLink';
import type { Column } from '@/components/table/column';
import { formatAge, formatBytes, formatCount, formatRate, NONE } from '@/format';
import { queuePath } from '../queue/useQueueName';
import { QueueFeatures } from './QueueFeatures';

type Stats = NonNullable<Queue['message_stats']>;
type RateName = Extract<keyof Stats, `${string}_details`>;

function rate(id: RateName, header: string, isOptional = false): Column<Queue> {
  return {
    id: `message_stats.${id}.rate`,
    fields: [`message_stats.${id}.rate`],
    header,
    width: 70,
    isNumeric: true,
    isOptional,
    cell: ({ message_stats }) => formatRate(message_stats?.[id]?.rate ?? 0),
    filter: { kind: 'number', description: `${header}, messages in a second` },
  };
}

function count(
  id: 'messages' | 'messages_ready' | 'messages_unacknowledged' | 'consumers',
  header: string,
  description: string,
): Column<Queue> {
  return {
    id,
    header,
    width: id === 'consumers' ? 84 : 70,
    isNumeric: true,
    cell: (queue) => formatCount(queue[id]),
    filter: { kind: 'number', description },
  };
}

export const queueColumns: readonly Column<Queue>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 184,
    cell: (queue) => (
      <AppLink to={queuePath(queue)} size="sm" fw={550}>
        <span title={queue.name}>{queue.name}</span>
      </AppLink>
    ),
    filter: { kind: 'text', description: 'Name' },
  },
  {
    id: 'vhost',
    header: 'Virtual host',
    width: 88,
    cell: ({ vhost }) => <span title={vhost}>{vhost}</span>,
    filter: { kind: 'text', description: 'Virtual host' },
  },
  {
    id: 'type',
    header: 'Type',
    width: 80,
    cell: ({ type }) => (
      <Badge variant="light" size="sm" color={type === 'quorum' ? 'violet' : 'gray'} tt="none">
        {type}
      </Badge>
    ),
    filter: { kind: 'text', description: 'classic or quorum' },
  },
  {
    id: 'features',
    fields: ['durable', 'auto_delete', 'exclusive', 'arguments'],
    header: 'Features',
    width: 132,
    isSortable: false,
    cell: (queue) => <QueueFeatures queue={queue} />,
  },
  {
    id: 'policy',
    header: 'Policy',
    width: 96,
    cell: ({ policy }) => policy ?? NONE,
    filter: { kind: 'text', description: 'Name of its policy' },
  },
  {
    id: 'state',
    header: 'State',
    fields: ['state', 'idle_since'],
    width: 80,
    cell: (queue) => <QueueState queue={queue} />,
    filter: { kind: 'text', description: 'State' },
  },
  count('messages_ready', 'Ready', 'Messages that wait'),
  count('messages_unacknowledged', 'Unacked', 'Messages delivered and not settled'),
  count('messages', 'Total', 'Both together'),
  count('consumers', 'Consumers', 'How many consume from it'),
  rate('publish_details', 'Publish'),
  rate('deliver_get_details', 'Deliver'),
  rate('ack_details', 'Ack'),
  rate('redeliver_details', 'Redeliver', true),
  {
    id: 'message_bytes',
    header: 'Bytes',
    width: 96,
    isNumeric: true,
    isOptional: true,
    cell: ({ message_bytes }) => formatBytes(message_bytes),
    filter: { kind: 'number', description: 'Bytes of all messages' },
  },
  {
    id: 'memory',
    header: 'Memory',
    width: 96,
    isNumeric: true,
    isOptional: true,
    cell: ({ memory }) => formatBytes(memory),
    filter: { kind: 'number', description: 'Bytes in memory' },
  },
  {
    id: 'durable',
    header: 'Durable',
    width: 90,
    isOptional: true,
    cell: ({ durable }) => (durable ? 'yes' : 'no'),
    filter: { kind: 'flag', description: 'true or false' },
  },
];

function QueueState({ queue: { state, idle_since } }: { readonly queue: Pick<Queue, 'state' | 'idle_since'> }) {
  const isIdle = idle_since !== undefined;
  return (
    <Group gap={6} wrap="nowrap" title={isIdle ? `Nothing has happened here: last ${formatAge(idle_since)}` : state}>
      <span
        aria-hidden
        style={{
          width: 8,
          height: 8,
          borderRadius: 4,
          flex: 'none',
          background: isIdle ? 'var(--muted)' : 'var(--series-4)',
          opacity: isIdle ? 0.5 : 1,
        }}
      />
      <Text size="sm" {...(isIdle ? { c: 'dimmed' } : {})}>
        {isIdle ? 'idle' : state}
      </Text>
    </Group>
  );
}
