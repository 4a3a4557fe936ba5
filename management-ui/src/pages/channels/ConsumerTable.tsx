import { Table, Text, VisuallyHidden } from '@mantine/core';
import type { Channel } from '@/api/queries/clients';
import { queuePath } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { formatCount, formatDuration, NONE } from '@/format';
import { ConsumerState } from '../clients/ConsumerState';
import { writeValue } from '../clients/names';
import { troubleOf } from '../clients/trouble';
import { Window } from '../clients/Window';
import { CancelConsumer } from '../consumers/CancelConsumer';

/** The consumers of a channel: which of them takes all it may, and which is slow. */
export function ConsumerTable({ channel, isOpen }: { readonly channel: Channel; readonly isOpen: boolean }) {
  const consumers = channel.consumer_details ?? [];
  const window = {
    globalPrefetch: channel.global_prefetch_count,
    unacked: channel.messages_unacknowledged,
    ackRate: channel.message_stats?.ack_details?.rate ?? 0,
  };
  return (
    <Section title="Consumers">
      {consumers.length === 0 ? (
        <EmptyState
          title="No consumers"
          reason="Nothing is consumed on this channel; it may publish, or get messages one by one."
        />
      ) : (
        <Table.ScrollContainer minWidth={980}>
          <Table verticalSpacing={7} aria-label="Consumers">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Tag</Table.Th>
                <Table.Th>Queue</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th>Acks</Table.Th>
                <Table.Th ta="end">Prefetch</Table.Th>
                <Table.Th ta="end">Unacked</Table.Th>
                <Table.Th ta="end">Must ack within</Table.Th>
                <Table.Th>Arguments</Table.Th>
                <Table.Th>
                  <VisuallyHidden>Actions</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="numeric">
              {consumers.map((consumer) => {
                const trouble = troubleOf(consumer, window);
                const isBad =
                  trouble?.kind === 'stuck' || trouble?.kind === 'exhausted' || trouble?.kind === 'unlimited';
                return (
                  <Table.Tr
                    key={consumer.consumer_tag}
                    {...(isBad ? { style: { boxShadow: 'inset 3px 0 0 var(--mantine-color-orange-filled)' } } : {})}
                  >
                    <Table.Td miw={180} style={{ overflowWrap: 'anywhere' }}>
                      {consumer.consumer_tag}
                      {consumer.exclusive && (
                        <Text span size="xs" c="dimmed">
                          {' '}
                          exclusive
                        </Text>
                      )}
                      {isBad && (
                        <Text size="xs" maw={340}>
                          {trouble.text}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>
                      <AppLink to={queuePath(consumer.queue)} size="sm">
                        {consumer.queue.name}
                      </AppLink>
                    </Table.Td>
                    <Table.Td>
                      <ConsumerState trouble={trouble} />
                    </Table.Td>
                    <Table.Td>{consumer.ack_required ? 'manual' : 'automatic'}</Table.Td>
                    <Table.Td ta="end">
                      {consumer.prefetch_count > 0 ? formatCount(consumer.prefetch_count) : 'no limit'}
                    </Table.Td>
                    <Table.Td ta="end">
                      <Window
                        unacked={consumer.messages_unacknowledged}
                        prefetch={consumer.ack_required ? consumer.prefetch_count : 0}
                      />
                    </Table.Td>
                    <Table.Td ta="end">
                      {typeof consumer.consumer_timeout === 'number' ? formatDuration(consumer.consumer_timeout) : NONE}
                    </Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>
                      {Object.entries(consumer.arguments).map(([name, value]) => (
                        <div key={name}>
                          {name}: {writeValue(value)}
                        </div>
                      ))}
                      {Object.keys(consumer.arguments).length === 0 && NONE}
                    </Table.Td>
                    <Table.Td ta="end">{isOpen && <CancelConsumer consumer={consumer} />}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
