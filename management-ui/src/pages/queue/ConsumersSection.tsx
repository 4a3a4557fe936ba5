import { Badge, Code, Table, Text } from '@mantine/core';
import type { QueueConsumer, QueueDetail } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { formatCount } from '@/format';
import { channelPath } from '../clients/names';

const activities: Readonly<Record<string, readonly [text: string, color: string]>> = {
  up: ['active', 'teal'],
  single_active: ['single active', 'teal'],
  waiting: ['waiting', 'gray'],
};

/** Who takes messages, how many each may hold, and how many it holds. */
export function ConsumersSection({ queue }: { readonly queue: QueueDetail }) {
  const consumers = queue.consumer_details ?? [];
  return (
    <Section title="Consumers">
      {consumers.length === 0 ? (
        <EmptyState
          title="No consumers"
          reason={
            queue.consumers === 0
              ? 'No client has a consumer on this queue; messages wait until one comes.'
              : `There are ${formatCount(queue.consumers)}, of connections that you may not see.`
          }
        />
      ) : (
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing={8} aria-label="Consumers">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Consumer tag</Table.Th>
                <Table.Th>Channel</Table.Th>
                <Table.Th>Activity</Table.Th>
                <Table.Th>Acks</Table.Th>
                <Table.Th ta="end">Prefetch</Table.Th>
                <Table.Th ta="end">Unacked</Table.Th>
                <Table.Th>Arguments</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {consumers.map((consumer) => (
                <ConsumerRow key={`${consumer.channel_details.name} ${consumer.consumer_tag}`} consumer={consumer} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}

function ConsumerRow({ consumer }: { readonly consumer: QueueConsumer }) {
  const {
    channel_details: channel,
    prefetch_count: prefetch,
    messages_unacknowledged: unacked,
    arguments: args,
  } = consumer;
  const [activity, color] = activities[consumer.activity_status] ?? [consumer.activity_status, 'gray'];
  const isUsedUp = consumer.ack_required && prefetch > 0 && unacked >= prefetch;
  return (
    <Table.Tr>
      <Table.Td ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {consumer.consumer_tag}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <AppLink to={channelPath(channel.name)} size="sm">
          {channel.name}
        </AppLink>
        <Text size="xs" c="dimmed">
          {channel.user_provided_name ? `${channel.user_provided_name}, ` : ''}user {channel.user}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={color} tt="none">
          {activity}
        </Badge>
        {consumer.exclusive && (
          <Badge variant="light" color="violet" tt="none" ml={4}>
            exclusive
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{consumer.ack_required ? 'by the client' : 'on delivery'}</Table.Td>
      <Table.Td ta="end" className="numeric">
        {prefetch === 0 ? 'no limit' : formatCount(prefetch)}
      </Table.Td>
      <Table.Td ta="end" className="numeric">
        {formatCount(unacked)}
        {isUsedUp && (
          <Text size="xs" style={{ color: 'var(--series-2)' }}>
            used up
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {Object.keys(args).length === 0 ? (
          <Text size="sm" c="dimmed">
            none
          </Text>
        ) : (
          <Code>{JSON.stringify(args)}</Code>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
