import { Badge, Breadcrumbs, Group, SimpleGrid, Skeleton, Tabs, Text } from '@mantine/core';
import { ApiError, describeError } from '@/api/errors';
import { type QueueDetail, type QueueName, useQueue } from '@/api/queries/queue';
import { useAddress, withParameter } from '@/app/useAddress';
import { AppLink } from '@/components/AppLink';
import { Chart } from '@/components/chart/Chart';
import { messageSeries, queuedSeries } from '@/components/chart/messageSeries';
import { RangeSelect, useRange } from '@/components/chart/RangeSelect';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { formatCount, formatRate, formatShortCount } from '@/format';
import { NoEntry, Refusal } from '@/session/Refusal';
import { useQueueDeeds, useRights } from '@/session/useRights';
import { QueueFeatures } from '../queues/QueueFeatures';
import { QueueActions } from './actions/QueueActions';
import { TransferProgress } from './actions/TransferProgress';
import { BindingsSection } from './BindingsSection';
import { MessageBrowser } from './browse/MessageBrowser';
import { ConsumersSection } from './ConsumersSection';
import { QueueStats } from './QueueStats';
import { SettingsSection } from './SettingsSection';
import { useQueueName } from './useQueueName';
import { WhyPanel } from './WhyPanel';

/** One queue: how it is and why, what is in it, who takes it, where it comes from, and what can be done. */
export default function QueuePage() {
  const queueName = useQueueName();
  return useRights().mayEnter(queueName.vhost) ? (
    <EnteredPage queueName={queueName} />
  ) : (
    <NoEntry title={queueName.name} vhost={queueName.vhost} />
  );
}

function EnteredPage({ queueName }: { readonly queueName: QueueName }) {
  const { data: queue, error } = useQueue(queueName, useRange());
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <Page
      title={queueName.name}
      aside={queue && !isGone && <Badges queue={queue} />}
      actions={queue && !isGone && <QueueActions queue={queue} />}
    >
      <Breadcrumbs fz="sm" mt={{ base: 0, sm: -12 }} separatorMargin={6}>
        <AppLink to="/queues" size="sm">
          Queues
        </AppLink>
        <Text size="sm" c="dimmed">
          virtual host {queueName.vhost}
        </Text>
      </Breadcrumbs>
      {isGone ? (
        <EmptyState
          title="There is no such queue"
          reason={`The virtual host ${queueName.vhost} has no queue ${queueName.name}: it was deleted, it expired, or it never was.`}
          action={<AppLink to="/queues">All queues</AppLink>}
        />
      ) : queue === undefined ? (
        error ? (
          <ErrorState message={describeError(error)} />
        ) : (
          <Skeleton h={420} radius="lg" />
        )
      ) : (
        <>
          <TransferProgress queue={queueName} />
          <QueueTabs queueName={queueName} queue={queue} />
        </>
      )}
    </Page>
  );
}

function Badges({ queue }: { readonly queue: QueueDetail }) {
  return (
    <Group gap={6}>
      <Badge variant="light" color={queue.type === 'quorum' ? 'violet' : 'gray'} tt="none">
        {queue.type}
      </Badge>
      <QueueFeatures queue={queue} />
    </Group>
  );
}

const tabs = ['overview', 'messages', 'consumers', 'bindings', 'settings'] as const;
type TabName = (typeof tabs)[number];

function QueueTabs({ queueName, queue }: { readonly queueName: QueueName; readonly queue: QueueDetail }) {
  const [search, change] = useAddress();
  const tab: TabName = tabs.find((one) => one === search.get('tab')) ?? 'overview';
  const open = (chosen: string | null) =>
    change((old) => {
      const next = new URLSearchParams();
      for (const kept of ['vhost', 'range']) {
        const value = old.get(kept);
        if (value !== null) {
          next.set(kept, value);
        }
      }
      return withParameter(next, 'tab', chosen === 'overview' || chosen === null ? undefined : chosen);
    }, true);
  return (
    <Tabs value={tab} onChange={open} keepMounted={false} styles={{ tab: { flex: 'none' } }}>
      <Tabs.List mb="md" style={{ overflowX: 'auto', overflowY: 'hidden', flexWrap: 'nowrap' }}>
        <Tabs.Tab value="overview">Overview</Tabs.Tab>
        <Tabs.Tab value="messages" rightSection={<Count value={queue.messages_ready} />}>
          Messages
        </Tabs.Tab>
        <Tabs.Tab value="consumers" rightSection={<Count value={queue.consumers} />}>
          Consumers
        </Tabs.Tab>
        <Tabs.Tab value="bindings">Bindings</Tabs.Tab>
        <Tabs.Tab value="settings">Settings</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">
        <Overview queueName={queueName} queue={queue} />
      </Tabs.Panel>
      <Tabs.Panel value="messages">
        <Messages queueName={queueName} queue={queue} />
      </Tabs.Panel>
      <Tabs.Panel value="consumers">
        <ConsumersSection queue={queue} />
      </Tabs.Panel>
      <Tabs.Panel value="bindings">
        <BindingsSection queueName={queueName} />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <SettingsSection queue={queue} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Messages({ queueName, queue }: { readonly queueName: QueueName; readonly queue: QueueDetail }) {
  return useQueueDeeds(queueName).browse ? (
    <MessageBrowser queueName={queueName} ready={queue.messages_ready} unacked={queue.messages_unacknowledged} />
  ) : (
    <Section title="Messages that wait">
      <EmptyState
        title="Its messages are not shown to you"
        reason={<Refusal deed="read from this queue" right="read" vhost={queueName.vhost} />}
      />
    </Section>
  );
}

function Count({ value }: { readonly value: number }) {
  return (
    <Badge size="sm" variant="default" tt="none" className="numeric">
      {formatShortCount(value)}
    </Badge>
  );
}

/** A queue neither confirms nor routes. */
const counted = ['publish', 'deliver', 'deliver_no_ack', 'ack', 'redeliver', 'get'] as const;

function Overview({ queueName, queue }: { readonly queueName: QueueName; readonly queue: QueueDetail }) {
  return (
    <>
      <QueueStats queue={queue} />
      <WhyPanel queueName={queueName} queue={queue} />
      <Group justify="flex-end" my="md">
        <RangeSelect />
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Section title="Messages">
          <Chart title="Messages in the queue" series={queuedSeries(queue)} format={formatCount} />
        </Section>
        <Section title="Message rates">
          <Chart title="Message rates" series={messageSeries(queue.message_stats, counted)} format={formatRate} />
        </Section>
      </SimpleGrid>
    </>
  );
}
