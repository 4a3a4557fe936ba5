import { Badge, Text } from '@mantine/core';
import type { Closed } from '@/api/queries/clients';
import type { Column } from '@/components/table/column';
import { formatAge, formatMoment, NONE } from '@/format';
import { isOrderly } from '../clients/ended';
import { labelOf, peerOf } from '../clients/names';
import { EntryLink } from './EntryLink';

const colors = { client: 'gray', broker: 'orange', network: 'red' } as const;

export const closedColumns: readonly Column<Closed>[] = [
  {
    id: 'closed_at',
    fields: ['closed_at', 'name'],
    header: 'When',
    width: 104,
    cell: (closed) => (
      <EntryLink closed={closed}>
        <span title={formatMoment(closed.closed_at)}>{formatAge(closed.closed_at)}</span>
      </EntryLink>
    ),
    filter: { kind: 'number', description: 'Unix milliseconds' },
  },
  {
    id: 'type',
    fields: ['type', 'channel'],
    header: 'What',
    width: 100,
    cell: ({ type, channel }) => (type === 'channel' ? `channel ${channel ?? ''}` : type),
    filter: { kind: 'text', description: 'connection or channel' },
  },
  {
    id: 'user_provided_name',
    fields: ['user_provided_name', 'connection'],
    header: 'Client',
    width: 150,
    cell: ({ connection, user_provided_name }) => (
      <Text span size="sm" fw={550} title={connection}>
        {labelOf({ name: connection, user_provided_name })}
      </Text>
    ),
    filter: { kind: 'text', description: 'Name that the client gave its connection' },
  },
  {
    id: 'connection',
    header: 'Address',
    width: 150,
    isOptional: true,
    cell: ({ connection }) => (
      <Text span fz="xs" ff="monospace" title={connection}>
        {peerOf(connection)}
      </Text>
    ),
    filter: { kind: 'text', description: 'Name of the connection' },
  },
  {
    id: 'user',
    header: 'User',
    width: 90,
    cell: ({ user }) => <span title={user}>{user || NONE}</span>,
    filter: { kind: 'text', description: 'User; empty when it had not logged in' },
  },
  {
    id: 'vhost',
    header: 'Virtual host',
    width: 100,
    isOptional: true,
    cell: ({ vhost }) => <span title={vhost}>{vhost || NONE}</span>,
    filter: { kind: 'text', description: 'Virtual host' },
  },
  {
    id: 'closed_by',
    header: 'Ended by',
    fields: ['closed_by', 'code'],
    width: 94,
    cell: (closed) => (
      <Badge variant="light" size="sm" tt="none" color={isOrderly(closed) ? 'gray' : colors[closed.closed_by]}>
        {closed.closed_by}
      </Badge>
    ),
    filter: { kind: 'text', description: 'client, broker or network' },
  },
  {
    id: 'code',
    header: 'Code',
    width: 72,
    cell: ({ code }) => code ?? NONE,
    filter: { kind: 'number', description: 'Reply code, such as 404' },
  },
  {
    id: 'text',
    header: 'Why',
    width: 380,
    cell: ({ text }) => <span title={text ?? ''}>{text || NONE}</span>,
    filter: { kind: 'text', description: 'Text that the other side was told: *NOT_FOUND*' },
  },
  {
    id: 'operation',
    header: 'Caused by',
    width: 136,
    cell: ({ operation }) =>
      operation === null ? (
        NONE
      ) : (
        <Text span fz="xs" ff="monospace">
          {operation}
        </Text>
      ),
    filter: { kind: 'text', description: 'Method that caused it, such as queue.declare' },
  },
];
