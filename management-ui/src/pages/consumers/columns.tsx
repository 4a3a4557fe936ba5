import { Text } from '@mantine/core';
import type { Consumer } from '@/api/queries/clients';
import { queuePath } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import type { Column } from '@/components/table/column';
import { formatCount, formatDuration, NONE } from '@/format';
import { ConsumerState } from '../clients/ConsumerState';
import { channelPath, labelOf, numberOf, writeValue } from '../clients/names';
import { troubleOf } from '../clients/trouble';
import { Window } from '../clients/Window';
import { CancelConsumer } from './CancelConsumer';

export const consumerColumns: readonly Column<Consumer>[] = [
  {
    id: 'queue.name',
    fields: ['queue'],
    header: 'Queue',
    width: 170,
    cell: ({ queue }) => (
      <AppLink to={queuePath(queue)} size="sm" fw={550} title={queue.name}>
        {queue.name}
      </AppLink>
    ),
    filter: { kind: 'text', description: 'Queue' },
  },
  {
    id: 'queue.vhost',
    fields: ['queue'],
    header: 'Virtual host',
    width: 100,
    cell: ({ queue }) => <span title={queue.vhost}>{queue.vhost}</span>,
    filter: { kind: 'text', description: 'Virtual host' },
  },
  {
    id: 'channel_details.user_provided_name',
    fields: ['channel_details'],
    header: 'Channel',
    width: 160,
    cell: ({ channel_details }) => (
      <AppLink to={channelPath(channel_details.name)} size="sm" title={channel_details.name}>
        {labelOf({ ...channel_details, name: channel_details.connection_name })} ({numberOf(channel_details.name)})
      </AppLink>
    ),
    filter: { kind: 'text', description: 'Name that the client gave its connection' },
  },
  {
    id: 'channel_details.user',
    fields: ['channel_details'],
    header: 'User',
    width: 90,
    cell: ({ channel_details }) => <span title={channel_details.user}>{channel_details.user}</span>,
    filter: { kind: 'text', description: 'User' },
  },
  {
    id: 'consumer_tag',
    header: 'Tag',
    width: 168,
    cell: ({ consumer_tag }) => (
      <Text span fz="xs" ff="monospace" title={consumer_tag}>
        {consumer_tag}
      </Text>
    ),
    filter: { kind: 'text', description: 'Tag of the consumer' },
  },
  {
    id: 'activity_status',
    header: 'State',
    fields: ['active', 'activity_status', 'ack_required', 'prefetch_count', 'messages_unacknowledged'],
    width: 110,
    cell: (consumer) => <ConsumerState trouble={troubleOf(consumer)} />,
    filter: { kind: 'text', description: 'up, single_active or waiting' },
  },
  {
    id: 'ack_required',
    header: 'Acks',
    width: 92,
    cell: ({ ack_required }) => (ack_required ? 'manual' : 'automatic'),
    filter: { kind: 'flag', description: 'true: what it gets must be acknowledged' },
  },
  {
    id: 'prefetch_count',
    header: 'Prefetch',
    width: 90,
    isNumeric: true,
    cell: ({ prefetch_count }) => (prefetch_count > 0 ? formatCount(prefetch_count) : 'no limit'),
    filter: { kind: 'number', description: 'Unacked messages at most; 0 for no limit' },
  },
  {
    id: 'messages_unacknowledged',
    fields: ['messages_unacknowledged', 'prefetch_count', 'ack_required'],
    header: 'Unacked',
    width: 116,
    isNumeric: true,
    cell: ({ messages_unacknowledged, prefetch_count, ack_required }) => (
      <Window unacked={messages_unacknowledged} prefetch={ack_required ? prefetch_count : 0} />
    ),
    filter: { kind: 'number', description: 'Messages that it has and has not settled' },
  },
  {
    id: 'exclusive',
    header: 'Exclusive',
    width: 90,
    isOptional: true,
    cell: ({ exclusive }) => (exclusive ? 'yes' : 'no'),
    filter: { kind: 'flag', description: 'true or false' },
  },
  {
    id: 'consumer_timeout',
    header: 'Must ack within',
    width: 120,
    isNumeric: true,
    isOptional: true,
    cell: ({ consumer_timeout }) => (typeof consumer_timeout === 'number' ? formatDuration(consumer_timeout) : NONE),
    filter: { kind: 'number', description: 'Milliseconds' },
  },
  {
    id: 'arguments',
    header: 'Arguments',
    width: 160,
    isSortable: false,
    isOptional: true,
    cell: ({ arguments: table }) =>
      Object.entries(table)
        .map(([name, value]) => `${name}: ${writeValue(value)}`)
        .join(', ') || NONE,
  },
  {
    id: 'cancel',
    header: 'Cancel',
    fields: ['queue', 'channel_details', 'consumer_tag', 'messages_unacknowledged', 'exclusive'],
    width: 80,
    isSortable: false,
    cell: (consumer) => <CancelConsumer consumer={consumer} />,
  },
];
