import { Text } from '@mantine/core';
import { type Exchange, exchangePath, shownName } from '@/api/queries/exchanges';
import { AppLink } from '@/components/AppLink';
import type { Column } from '@/components/table/column';
import { formatCount, formatRate, NONE } from '@/format';
import { ExchangeFeatures, ExchangeType } from './ExchangeFeatures';

function rate(id: 'publish_in' | 'publish_out', header: string, description: string): Column<Exchange> {
  const member = `message_stats.${id}_details.rate`;
  return {
    id: member,
    header,
    width: 96,
    isNumeric: true,
    cell: ({ message_stats: stats }) => formatRate(stats?.[`${id}_details`]?.rate ?? 0),
    filter: { kind: 'number', description },
  };
}

function total(id: 'publish_in' | 'publish_out', header: string): Column<Exchange> {
  return {
    id: `message_stats.${id}`,
    header,
    width: 110,
    isNumeric: true,
    isOptional: true,
    cell: ({ message_stats: stats }) => formatCount(stats?.[id] ?? 0),
  };
}

function flag(id: 'durable' | 'auto_delete' | 'internal', header: string): Column<Exchange> {
  return {
    id,
    header,
    width: 100,
    isOptional: true,
    cell: (exchange) => (exchange[id] ? 'yes' : 'no'),
    filter: { kind: 'flag', description: 'true or false' },
  };
}

export const exchangeColumns: readonly Column<Exchange>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 220,
    cell: ({ vhost, name }) => (
      <AppLink to={exchangePath({ vhost, name })} size="sm" fw={550}>
        <span title={shownName(name)}>{shownName(name)}</span>
      </AppLink>
    ),
    filter: { kind: 'text', description: 'Name' },
  },
  {
    id: 'vhost',
    header: 'Virtual host',
    width: 110,
    cell: ({ vhost }) => <span title={vhost}>{vhost}</span>,
    filter: { kind: 'text', description: 'Virtual host' },
  },
  {
    id: 'type',
    header: 'Type',
    width: 150,
    cell: ({ type }) => <ExchangeType type={type} />,
    filter: { kind: 'text', description: 'direct, topic, fanout, headers, …' },
  },
  {
    id: 'features',
    fields: ['durable', 'auto_delete', 'internal', 'arguments'],
    header: 'Features',
    width: 140,
    isSortable: false,
    cell: (exchange) => <ExchangeFeatures exchange={exchange} />,
  },
  {
    id: 'policy',
    header: 'Policy',
    width: 120,
    cell: ({ policy }) =>
      policy ?? (
        <Text span c="dimmed">
          {NONE}
        </Text>
      ),
    filter: { kind: 'text', description: 'Name of its policy' },
  },
  rate('publish_in', 'Rate in', 'Messages published to it in a second'),
  rate('publish_out', 'Rate out', 'Messages sent on to queues in a second'),
  total('publish_in', 'Total in'),
  total('publish_out', 'Total out'),
  flag('durable', 'Durable'),
  flag('auto_delete', 'Auto delete'),
  flag('internal', 'Internal'),
];
