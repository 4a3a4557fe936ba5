import { Badge, Breadcrumbs, Button, Group, Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { IconRoute, IconSend, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '@/api/client';
import { ApiError, describeError } from '@/api/errors';
import {
  type ExchangeBinding,
  type ExchangeDetail,
  type ExchangeName,
  nameFromPath,
  shownName,
  useExchange,
  useExchangeBindings,
} from '@/api/queries/exchanges';
import { useAddress, withParameter } from '@/app/useAddress';
import { useKeepVhost } from '@/app/useVhost';
import { AppLink } from '@/components/AppLink';
import { useRange } from '@/components/chart/RangeSelect';
import { useConfirm } from '@/components/confirm';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { formatCount, formatShortCount } from '@/format';
import { useChange } from '@/live/useChange';
import { mayBind } from '@/session/deeds';
import { NoEntry } from '@/session/Refusal';
import { useExchangeDeeds, useIsTopic, useRights } from '@/session/useRights';
import { useSession } from '@/session/useSession';
import { ExchangeFeatures, ExchangeType } from '../exchanges/ExchangeFeatures';
import { isBuiltIn } from '../exchanges/exchangeTypes';
import { PublishDrawer } from '../queue/actions/PublishDrawer';
import { emptyDraft } from '../queue/actions/publication';
import { RouteTester } from '../routes/RouteTester';
import { testerPath } from '../routes/trial';
import { AddBinding } from './AddBinding';
import { BindingsTable } from './BindingsTable';
import { ExchangeOverview } from './ExchangeOverview';
import { lossesOf } from './losses';

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
        <ExchangeOverview exchange={exchange} />
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
