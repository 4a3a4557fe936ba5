import { Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ExchangeDetail, exchangePath, shownName, usePolicyOf } from '@/api/queries/exchanges';
import { toRates } from '@/api/samples';
import { AppLink } from '@/components/AppLink';
import { Chart } from '@/components/chart/Chart';
import { RangeSelect } from '@/components/chart/RangeSelect';
import { Section } from '@/components/Section';
import { Stat } from '@/components/Stat';
import { formatRate, formatShortCount } from '@/format';
import { typeOf } from '../exchanges/exchangeTypes';
import { Arguments } from './BindingsTable';

/** What goes through an exchange, and how it is declared. */
export function ExchangeOverview({ exchange }: { readonly exchange: ExchangeDetail }) {
  const stats = exchange.message_stats;
  const rates = [
    { label: 'Published in', color: 1, points: toRates(stats?.publish_in_details) },
    { label: 'Sent on to queues', color: 4, points: toRates(stats?.publish_out_details) },
  ];
  return (
    <Stack gap="md">
      <Section title="Messages" aside={<RangeSelect />}>
        <SimpleGrid component="dl" m={0} cols={{ base: 2, sm: 4 }}>
          <Stat label="In" value={formatRate(stats?.publish_in_details?.rate ?? 0)} />
          <Stat label="Out" value={formatRate(stats?.publish_out_details?.rate ?? 0)} />
          <Stat label="In, in all" value={formatShortCount(stats?.publish_in ?? 0)} />
          <Stat label="Out, in all" value={formatShortCount(stats?.publish_out ?? 0)} />
        </SimpleGrid>
        <Chart title="Message rates" series={rates} format={formatRate} />
      </Section>
      <Details exchange={exchange} />
    </Stack>
  );
}

function Details({ exchange }: { readonly exchange: ExchangeDetail }) {
  const { vhost, type, policy } = exchange;
  const { data: definition } = usePolicyOf(vhost, policy);
  const fromPolicy = definition?.definition['alternate-exchange'];
  const declared = exchange.arguments['alternate-exchange'];
  const alternate = typeof declared === 'string' ? declared : fromPolicy;
  return (
    <Section title="Details">
      <Table variant="vertical" aria-label="Details">
        <Table.Tbody>
          <Detail label="Type">
            {type}: {typeOf(type).rule}
          </Detail>
          <Detail label="Virtual host">{vhost}</Detail>
          <Detail label="Durable">
            {exchange.durable ? 'Yes: it is there again after a restart' : 'No: it is gone after a restart'}
          </Detail>
          <Detail label="Auto delete">{exchange.auto_delete ? 'Yes: it goes with its last binding' : 'No'}</Detail>
          <Detail label="Internal">{exchange.internal ? 'Yes: clients may not publish to it' : 'No'}</Detail>
          <Detail label="Arguments">
            {Object.keys(exchange.arguments).length > 0 ? <Arguments values={exchange.arguments} /> : 'None'}
          </Detail>
          <Detail label="Policy">
            {policy ? (
              <Group gap="xs">
                <Text size="sm">{policy}</Text>
                <Arguments values={definition?.definition} />
              </Group>
            ) : (
              'None matches'
            )}
          </Detail>
          <Detail label="Alternate exchange">
            {typeof alternate === 'string' ? (
              <Group gap="xs">
                <AppLink to={exchangePath({ vhost, name: alternate })} size="sm">
                  {shownName(alternate)}
                </AppLink>
                <Text size="sm" c="dimmed">
                  {alternate === declared ? 'from its arguments' : `from the policy ${policy}`}
                </Text>
              </Group>
            ) : (
              'None: what no binding matches is returned or dropped'
            )}
          </Detail>
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={{ base: 110, sm: 180 }} scope="row">
        {label}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{children}</Table.Td>
    </Table.Tr>
  );
}
