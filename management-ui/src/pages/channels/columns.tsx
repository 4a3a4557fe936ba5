import { Text } from '@mantine/core';
import type { Channel } from '@/api/queries/clients';
import { AppLink } from '@/components/AppLink';
import type { Column } from '@/components/table/column';
import { formatAge, formatCount, formatRate, NONE } from '@/format';
import { ClientState } from '../clients/ClientState';
import { channelPath, connectionOf, connectionPath, labelOf } from '../clients/names';
import { Window } from '../clients/Window';
import { ChannelMode } from './ChannelMode';
import { tellPrefetch } from './prefetch';

type Stats = NonNullable<Channel['message_stats']>;
type RateName = Extract<keyof Stats, `${string}_details`>;

function rate(id: RateName, header: string, isOptional = false): Column<Channel> {
  return {
    id: `message_stats.${id}.rate`,
    header,
    width: 84,
    isNumeric: true,
    isOptional,
    cell: ({ message_stats }) => formatRate(message_stats?.[id]?.rate ?? 0),
    filter: { kind: 'number', description: `${header}, messages in a second` },
  };
}

function count(
  id: 'consumer_count' | 'messages_unconfirmed' | 'messages_uncommitted' | 'acks_uncommitted',
  header: string,
  description: string,
  isOptional = false,
): Column<Channel> {
  return {
    id,
    header,
    width: 112,
    isNumeric: true,
    isOptional,
    cell: (channel) => formatCount(channel[id]),
    filter: { kind: 'number', description },
  };
}

export const channelColumns: readonly Column<Channel>[] = [
  {
    id: 'name',
    fields: ['name', 'number', 'connection_details.user_provided_name'],
    header: 'Channel',
    width: 200,
    cell: ({ name, number, connection_details }) => (
      <AppLink to={channelPath(name)} size="sm" fw={550} title={name}>
        {labelOf({ ...connection_details, name: connectionOf(name) })} ({number})
      </AppLink>
    ),
    filter: { kind: 'text', description: 'Name' },
  },
  {
    id: 'connection_details.name',
    fields: ['connection_details.name', 'name'],
    header: 'Connection',
    width: 160,
    isOptional: true,
    cell: ({ name }) => (
      <AppLink to={connectionPath(connectionOf(name))} fz="xs" ff="monospace" title={connectionOf(name)}>
        {connectionOf(name).split(' -> ')[0]}
      </AppLink>
    ),
    filter: { kind: 'text', description: 'Name of its connection' },
  },
  {
    id: 'user',
    header: 'User',
    width: 90,
    cell: ({ user }) => <span title={user}>{user}</span>,
    filter: { kind: 'text', description: 'User' },
  },
  {
    id: 'vhost',
    header: 'Virtual host',
    width: 100,
    isOptional: true,
    cell: ({ vhost }) => <span title={vhost}>{vhost}</span>,
    filter: { kind: 'text', description: 'Virtual host' },
  },
  {
    id: 'state',
    header: 'State',
    fields: ['state', 'idle_since'],
    width: 90,
    cell: ({ state, idle_since }) => (
      <span title={idle_since === undefined ? undefined : `Nothing has happened on it: last ${formatAge(idle_since)}`}>
        <ClientState state={idle_since !== undefined && state === 'running' ? 'idle' : state} />
      </span>
    ),
    filter: { kind: 'text', description: 'running, flow or blocked' },
  },
  {
    id: 'confirm',
    header: 'Mode',
    fields: ['confirm', 'transactional'],
    width: 84,
    cell: (channel) => <ChannelMode channel={channel} />,
    filter: { kind: 'flag', description: 'true: what is published on it is confirmed' },
  },
  {
    id: 'prefetch_count',
    fields: ['prefetch_count', 'global_prefetch_count'],
    header: 'Prefetch',
    width: 96,
    isNumeric: true,
    cell: (channel) => (
      <Text span size="sm" title={tellPrefetch(channel)}>
        {channel.prefetch_count > 0 || channel.global_prefetch_count > 0 ? tellPrefetch(channel) : NONE}
      </Text>
    ),
    filter: { kind: 'number', description: 'Prefetch of each consumer; 0 for none' },
  },
  count('consumer_count', 'Consumers', 'How many consumers it has'),
  {
    id: 'messages_unacknowledged',
    fields: ['messages_unacknowledged', 'prefetch_count', 'global_prefetch_count', 'consumer_count'],
    header: 'Unacked',
    width: 116,
    isNumeric: true,
    cell: ({
      messages_unacknowledged: unacked,
      global_prefetch_count: all,
      prefetch_count: each,
      consumer_count: consumers,
    }) => <Window unacked={unacked} prefetch={all > 0 ? all : each * consumers} />,
    filter: { kind: 'number', description: 'Messages delivered on it and not settled' },
  },
  count('messages_unconfirmed', 'Unconfirmed', 'Messages published on it and not confirmed yet'),
  rate('publish_details', 'Publish'),
  rate('deliver_get_details', 'Deliver'),
  rate('ack_details', 'Ack'),
  rate('confirm_details', 'Confirm', true),
  rate('redeliver_details', 'Redeliver', true),
  rate('drop_unroutable_details', 'Unroutable', true),
  count('messages_uncommitted', 'Uncommitted', 'Messages published in the open transaction', true),
  count('acks_uncommitted', 'Acks open', 'Acknowledgements in the open transaction', true),
];
