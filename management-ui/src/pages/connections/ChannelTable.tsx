import { Table } from '@mantine/core';
import type { Channel } from '@/api/queries/clients';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { formatCount, formatRate } from '@/format';
import { ChannelMode } from '../channels/ChannelMode';
import { tellPrefetch } from '../channels/prefetch';
import { ClientState } from '../clients/ClientState';
import { channelPath } from '../clients/names';

/** The channels of a connection. */
export function ChannelTable({
  channels = [],
  isOpen,
}: {
  readonly channels: readonly Channel[] | undefined;
  readonly isOpen: boolean;
}) {
  return (
    <Section title="Channels">
      {channels.length === 0 ? (
        <EmptyState
          title="No channels"
          reason={
            isOpen
              ? 'The client has opened none yet: it can neither publish nor consume without one.'
              : 'They ended with the connection.'
          }
        />
      ) : (
        <Table.ScrollContainer minWidth={880}>
          <Table verticalSpacing={7} aria-label="Channels">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Channel</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th>Mode</Table.Th>
                <Table.Th ta="end">Prefetch</Table.Th>
                <Table.Th ta="end">Consumers</Table.Th>
                <Table.Th ta="end">Unacked</Table.Th>
                <Table.Th ta="end">Unconfirmed</Table.Th>
                <Table.Th ta="end">Publish</Table.Th>
                <Table.Th ta="end">Deliver</Table.Th>
                <Table.Th ta="end">Ack</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="numeric">
              {channels.map((channel) => (
                <Table.Tr key={channel.name}>
                  <Table.Td>
                    <AppLink to={channelPath(channel.name)} size="sm" fw={550}>
                      Channel&nbsp;{channel.number}
                    </AppLink>
                  </Table.Td>
                  <Table.Td>
                    <ClientState state={channel.state} />
                  </Table.Td>
                  <Table.Td>
                    <ChannelMode channel={channel} />
                  </Table.Td>
                  <Table.Td ta="end">{tellPrefetch(channel)}</Table.Td>
                  <Table.Td ta="end">{formatCount(channel.consumer_count)}</Table.Td>
                  <Table.Td ta="end">{formatCount(channel.messages_unacknowledged)}</Table.Td>
                  <Table.Td ta="end">{formatCount(channel.messages_unconfirmed)}</Table.Td>
                  <Table.Td ta="end">{formatRate(channel.message_stats?.publish_details?.rate ?? 0)}</Table.Td>
                  <Table.Td ta="end">{formatRate(channel.message_stats?.deliver_get_details?.rate ?? 0)}</Table.Td>
                  <Table.Td ta="end">{formatRate(channel.message_stats?.ack_details?.rate ?? 0)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
