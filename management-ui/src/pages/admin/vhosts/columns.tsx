import { Badge, Group, Text } from '@mantine/core';
import type { VirtualHost } from '@/api/queries/admin';
import { AppLink } from '@/components/AppLink';
import type { Column } from '@/components/table/column';
import { formatByteRate, formatCount, formatRate, NONE } from '@/format';
import { vhostPath } from '../parts/paths';
import { Tags } from '../parts/Tags';
import { defaultTypeOf } from './vhostBody';

type Stats = NonNullable<VirtualHost['message_stats']>;
type RateName = Extract<keyof Stats, `${string}_details`>;

function count(id: 'messages' | 'messages_ready' | 'messages_unacknowledged', header: string): Column<VirtualHost> {
  return {
    id,
    header,
    width: 88,
    isNumeric: true,
    cell: (vhost) => formatCount(vhost[id]),
    filter: { kind: 'number', description: `${header}: messages in all its queues` },
  };
}

function rate(id: RateName, header: string, isOptional = false): Column<VirtualHost> {
  return {
    id: `message_stats.${id}.rate`,
    header,
    width: 88,
    isNumeric: true,
    isOptional,
    cell: ({ message_stats }) => formatRate(message_stats?.[id]?.rate ?? 0),
    filter: { kind: 'number', description: `${header}, messages in a second` },
  };
}

function octets(id: 'recv_oct_details' | 'send_oct_details', header: string): Column<VirtualHost> {
  return {
    id: `${id}.rate`,
    header,
    width: 110,
    isNumeric: true,
    cell: (vhost) => formatByteRate(vhost[id]?.rate),
  };
}

/** What is shown of virtual hosts; only administrators can look into one. */
export const vhostColumns: (isAdministrator: boolean) => readonly Column<VirtualHost>[] = (isAdministrator) => [
  {
    id: 'name',
    fields: ['name', 'tracing'],
    header: 'Name',
    width: 180,
    cell: ({ name, tracing }) => (
      <Group gap={6} wrap="nowrap">
        {isAdministrator ? (
          <AppLink to={vhostPath(name)} size="sm" fw={550}>
            {name}
          </AppLink>
        ) : (
          <Text span size="sm" fw={550}>
            {name}
          </Text>
        )}
        {tracing && (
          <Badge size="xs" variant="light" color="orange" tt="none">
            traced
          </Badge>
        )}
      </Group>
    ),
    filter: { kind: 'text', description: 'Name' },
  },
  {
    id: 'description',
    header: 'Description',
    width: 180,
    cell: ({ description }) => (
      <span title={description}>
        {description === '' ? (
          <Text span c="dimmed">
            {NONE}
          </Text>
        ) : (
          description
        )}
      </span>
    ),
    filter: { kind: 'text', description: 'Description' },
  },
  {
    id: 'tags',
    header: 'Tags',
    width: 110,
    isSortable: false,
    cell: ({ tags }) => <Tags tags={tags} none={NONE} />,
    filter: { kind: 'text', description: 'Tags' },
  },
  {
    id: 'default_queue_type',
    header: 'Default type',
    width: 120,
    isOptional: true,
    cell: ({ default_queue_type }) => defaultTypeOf(default_queue_type) ?? 'the broker’s',
    filter: { kind: 'text', description: 'Default queue type' },
  },
  count('messages_ready', 'Ready'),
  count('messages_unacknowledged', 'Unacked'),
  count('messages', 'Total'),
  rate('publish_details', 'Publish'),
  rate('deliver_get_details', 'Deliver'),
  rate('ack_details', 'Ack', true),
  octets('recv_oct_details', 'From clients'),
  octets('send_oct_details', 'To clients'),
];
