import { Badge, Breadcrumbs, Button, Group, SimpleGrid, Skeleton, Stack, Table, Tabs, Text } from '@mantine/core';
import { IconRoute, IconSend, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Answer, api } from '@/api/client';
import { ApiError, describeError } from '@/api/errors';
import {
  type ExchangeBinding,
  type ExchangeName,
  exchangePath,
  nameFromPath,
  shownName,
  useExchange,
  useExchangeBindings,
  usePolicyOf,
} from '@/api/queries/exchanges';
import { toRates } from '@/api/samples';
import { useAddress, withParameter } from '@/app/useAddress';
import { useKeepVhost } from '@/app/useVhost';
import { AppLink } from '@/components/AppLink';
import { Chart } from '@/components/chart/Chart';
import { RangeSelect, useRange } from '@/components/chart/RangeSelect';
import { useConfirm } from '@/components/confirm';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { Stat } from '@/components/Stat';
import { formatCount, formatRate, formatShortCount } from '@/format';
import { useChange } from '@/live/useChange';
import { mayBind } from '@/session/deeds';
import { NoEntry } from '@/session/Refusal';
import { useExchangeDeeds, useIsTopic, useRights } from '@/session/useRights';
import { useSession } from '@/session/useSession';
import { ExchangeFeatures, ExchangeType } from '../exchanges/ExchangeFeatures';
import { isBuiltIn, typeOf } from '../exchanges/exchangeTypes';
import { PublishDrawer } from '../queue/actions/PublishDrawer';
import { emptyDraft } from '../queue/actions/publication';
import { RouteTester } from '../routes/RouteTester';
import { testerPath } from '../routes/trial';
import { AddBinding } from './AddBinding';
import { Arguments, BindingsTable } from './BindingsTable';
import { lossesOf } from './losses';

type ExchangeDetail = Answer<'/api/exchanges/{vhost}/{name}'>;

/** One exchange: what goes in and out, where it leads, why, and what can be done. */
export default function ExchangePage() {
  const { vhost = '/', name: segment = '' } = useParams();
  const exchangeName: ExchangeName = { vhost, name: nameFromPath(segment) };
  return useRights().mayEnter(vhost) ? (
    <EnteredPage exchangeName={exchangeName} />
  ) : (
    <NoEntry title={titleOf(exchangeName)} vhost={vhost} />
  );
}

function titleOf({ name }: ExchangeName): string {
  return name === '' ? 'Default exchange' : name;
}

function EnteredPage({ exchangeName }: { readonly exchangeName: ExchangeName }) {
  const { vhost } = exchangeName;
  const { data: exchange, error } = useExchange(exchangeName, useRange());
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <Page
      title={titleOf(exchangeName)}
      aside={
        exchange &&
        !isGone && (
          <Group gap={6}>
            <ExchangeType type={exchange.type} />
            <ExchangeFeatures exchange={exchange} />
          </Group>
        )
      }
      actions={exchange && !isGone && <Actions exchange={exchange} />}
    >
      <Breadcrumbs fz="sm" mt={-12} separatorMargin={6}>
        <AppLink to="/exchanges">Exchanges</AppLink>
        <Text size="sm" c="dimmed">
          virtual host {vhost}
        </Text>
      </Breadcrumbs>
      {isGone ? (
        <EmptyState
          title="There is no such exchange"
          reason={`The virtual host ${vhost} has no exchange ${exchangeName.name}: it was deleted, or it never was.`}
          action={<AppLink to="/exchanges">All exchanges</AppLink>}
        />
      ) : exchange === undefined ? (
        error ? (
          <ErrorState message={describeError(error)} />
        ) : (
          <Skeleton h={420} radius="lg" />
        )
      ) : (
        <ExchangeTabs exchange={exchange} />
      )}
    </Page>
  );
}

const tabs = ['overview', 'bindings', 'routes'] as const;

function ExchangeTabs({ exchange }: { readonly exchange: ExchangeDetail }) {
  const [search, change] = useAddress();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'overview';
  const { data: bindings } = useExchangeBindings(exchange);
  const count = bindings && (exchange.name === '' ? 0 : bindings.from.length + bindings.to.length);
  return (
    <Tabs
      value={tab}
      onChange={(chosen) =>
        change((old) => withParameter(old, 'tab', chosen === 'overview' || chosen === null ? undefined : chosen), true)
      }
      keepMounted={false}
    >
      <Tabs.List mb="md">
        <Tabs.Tab value="overview">Overview</Tabs.Tab>
        <Tabs.Tab
          value="bindings"
          rightSection={
            count !== undefined && (
              <Badge size="sm" variant="default" className="numeric">
                {formatShortCount(count)}
              </Badge>
            )
          }
        >
          Bindings
        </Tabs.Tab>
        <Tabs.Tab value="routes">Route tester</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">
        <Overview exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel value="bindings">
        <Bindings exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel value="routes">
        <RouteTester vhost={exchange.vhost} exchange={exchange.name} type={exchange.type} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Overview({ exchange }: { readonly exchange: ExchangeDetail }) {
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

function Detail({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={{ base: 110, sm: 180 }} scope="row">
        {label}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{children}</Table.Td>
    </Table.Tr>
  );
}

function Bindings({ exchange }: { readonly exchange: ExchangeDetail }) {
  const { isReadOnly } = useSession();
  const { bind: mayBindFrom } = useExchangeDeeds(exchange);
  const rights = useRights();
  const isTopic = useIsTopic(exchange.vhost);
  const mayUnbind = (binding: ExchangeBinding) => !isReadOnly && mayBind(rights, binding, isTopic(binding.source));
  const { data: bindings, error } = useExchangeBindings(exchange);
  if (exchange.name === '') {
    return (
      <Section title="Bindings">
        <EmptyState
          title="Every queue, by its name"
          reason="The default exchange leads to the queue that has the routing key for its name. Nothing else can be bound to it, and nothing unbound."
          action={<AppLink to="/queues">All queues</AppLink>}
        />
      </Section>
    );
  }
  if (bindings === undefined) {
    return error ? <ErrorState message={describeError(error)} /> : <Skeleton h={260} radius="lg" />;
  }
  return (
    <Stack gap="md">
      <Section title={`From this exchange (${formatCount(bindings.from.length)})`}>
        {bindings.from.length === 0 ? (
          <EmptyState
            title="Nothing is bound from here"
            reason="Whatever is published to this exchange reaches no queue, unless it has an alternate exchange."
          />
        ) : (
          <BindingsTable
            label="Bindings from this exchange"
            bindings={bindings.from}
            end="destination"
            mayUnbind={mayUnbind}
          />
        )}
      </Section>
      {bindings.to.length > 0 && (
        <Section title={`To this exchange (${formatCount(bindings.to.length)})`}>
          <BindingsTable label="Bindings to this exchange" bindings={bindings.to} end="source" mayUnbind={mayUnbind} />
        </Section>
      )}
      {mayBindFrom && <AddBinding exchange={exchange} type={exchange.type} />}
    </Stack>
  );
}

function Actions({ exchange }: { readonly exchange: ExchangeDetail }) {
  const { vhost, name } = exchange;
  const may = useExchangeDeeds(exchange);
  const [isOpen, setOpen] = useState(false);
  const { data: bindings } = useExchangeBindings(exchange);
  const confirm = useConfirm();
  const change = useChange();
  const keep = useKeepVhost();

  const remove = () =>
    confirm({
      title: `Delete exchange “${name}”?`,
      losses: lossesOf(
        exchange.type,
        bindings?.from ?? [],
        bindings?.to ?? [],
        exchange.message_stats?.publish_in_details?.rate ?? 0,
      ),
      action: 'Delete exchange',
      typed: name,
      run: () =>
        change.mutateAsync({
          run: () => api.delete('/api/exchanges/{vhost}/{name}', { path: { vhost, name } }),
          done: `Exchange ${name} is deleted.`,
          to: keep('/exchanges'),
        }),
    });

  return (
    <>
      <Button
        component={Link}
        to={testerPath({ vhost, exchange: name, routingKey: '', headers: {} })}
        variant="default"
        leftSection={<IconRoute size={16} aria-hidden />}
      >
        Test a route
      </Button>
      {may.publish && !exchange.internal && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setOpen(true)}>
          Publish
        </Button>
      )}
      {may.remove && !isBuiltIn(name) && (
        <Button variant="light" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          Delete
        </Button>
      )}
      <PublishDrawer
        vhost={vhost}
        draft={emptyDraft(name, '')}
        title={`Publish to ${shownName(name)}`}
        isOpen={may.publish && isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
