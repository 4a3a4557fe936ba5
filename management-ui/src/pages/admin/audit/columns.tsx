import { Badge, Text } from '@mantine/core';
import type { AuditEntry } from '@/api/queries/audit';
import type { Column } from '@/components/table/column';
import { formatAge, formatMoment, NONE } from '@/format';
import { tellAction, tellKind } from './words';

const colors: Readonly<Record<string, string>> = { deleted: 'red', declared: 'green', set: 'blue' };

export const auditColumns: readonly Column<AuditEntry>[] = [
  {
    id: 'timestamp',
    header: 'When',
    width: 200,
    cell: ({ timestamp }) => <span title={formatAge(timestamp)}>{formatMoment(timestamp)}</span>,
  },
  {
    id: 'user',
    header: 'Who',
    width: 130,
    cell: ({ user }) => (
      <Text span size="sm" fw={550} title={user}>
        {user}
      </Text>
    ),
    filter: { kind: 'text', description: 'Who' },
  },
  {
    id: 'action',
    header: 'Did',
    width: 100,
    cell: ({ action }) => (
      <Badge variant="light" size="sm" tt="none" color={colors[tellAction(action)] ?? 'gray'}>
        {tellAction(action)}
      </Badge>
    ),
    filter: { kind: 'text', description: 'declare, delete; PUT, POST, DELETE over HTTP' },
  },
  {
    id: 'kind',
    header: 'What',
    width: 140,
    cell: ({ kind }) => tellKind(kind),
    filter: { kind: 'text', description: 'queue, exchange, user, policy, …' },
  },
  {
    id: 'name',
    header: 'Name',
    width: 200,
    cell: ({ name }) => <span title={name}>{name === '' ? NONE : name}</span>,
    filter: { kind: 'text', description: 'Name of what was changed' },
  },
  {
    id: 'vhost',
    header: 'Virtual host',
    width: 120,
    cell: ({ vhost }) => (vhost === '' ? NONE : vhost),
    filter: { kind: 'text', description: 'Virtual host' },
  },
  {
    id: 'interface',
    header: 'By way of',
    width: 100,
    cell: ({ interface: way }) => way.toUpperCase(),
    filter: { kind: 'text', description: 'amqp or http' },
  },
  {
    id: 'address',
    header: 'From',
    width: 150,
    cell: ({ address }) => address,
    filter: { kind: 'text', description: 'Address it came from' },
  },
  {
    id: 'detail',
    header: 'Detail',
    width: 320,
    isOptional: true,
    cell: ({ detail }) => <span title={detail}>{detail}</span>,
    filter: { kind: 'text', description: 'The change as the log has it' },
  },
];
