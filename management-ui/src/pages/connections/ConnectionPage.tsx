import { Button, SimpleGrid, Skeleton } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { describeError } from '@/api/errors';
import {
  type Connection,
  isMissing,
  useConnection,
  useConnectionChannels,
  useExclusiveQueues,
} from '@/api/queries/clients';
import { toRates } from '@/api/samples';
import { Chart } from '@/components/chart/Chart';
import { RangeSelect, useRange } from '@/components/chart/RangeSelect';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { Stat } from '@/components/Stat';
import { Totals } from '@/components/Totals';
import { formatAge, formatByteRate, formatBytes, formatCount, formatMoment } from '@/format';
import { ClientState } from '../clients/ClientState';
import { EndNotice } from '../clients/EndNotice';
import { labelOf } from '../clients/names';
import { type Hanging, useClosing } from '../clients/useClosing';
import { useEnd } from '../clients/useEnd';
import { BlockedNotice } from './BlockedNotice';
import { ChannelTable } from './ChannelTable';
import { ClientProperties } from './ClientProperties';
import { ClosedChannels } from './ClosedChannels';
import { ConnectionDetails, TlsDetails } from './ConnectionDetails';
import { ExclusiveQueues } from './ExclusiveQueues';

/** One connection: what goes over it, what hangs on it, and an end to it. */
export default function ConnectionPage() {
  const { name = '' } = useParams();
  const range = useRange();
  const { data: connection, error } = useConnection(name, range);
  const isGone = isMissing(error);
  const isOpen = connection !== undefined && !isGone;
  const { data: channels } = useConnectionChannels(name, isOpen);
  const { data: queues } = useExclusiveQueues(name, isOpen);
  const end = useEnd('connection', name, isGone);
  const { mayClose, ask } = useClosing();
  const hanging: Hanging = {
    channels: channels?.length ?? connection?.channels ?? 0,
    consumers: sum(channels, 'consumer_count'),
    unacked: sum(channels, 'messages_unacknowledged'),
    unconfirmed: sum(channels, 'messages_unconfirmed'),
    queues: queues?.items ?? [],
  };

  return (
    <Page
      title={labelOf(connection ?? { ...end.ended, name })}
      aside={isOpen && <ClientState state={connection.state} size="lg" />}
      actions={
        <>
          {connection !== undefined && <RangeSelect />}
          {isOpen && mayClose(connection.user) && (
            <Button
              size="xs"
              variant="outline"
              color="red"
              leftSection={<IconPlugConnectedX size={16} aria-hidden />}
              onClick={() => ask(connection, hanging)}
            >
              Close…
            </Button>
          )}
        </>
      }
    >
      {isGone && <EndNotice kind="connection" name={name} end={end} hasLastFigures={connection !== undefined} />}
      {error !== null && !isGone && connection === undefined && <ErrorState message={describeError(error)} />}
      {isGone && connection === undefined && <ClosedChannels connection={name} />}
      {isOpen && <BlockedNotice state={connection.state} />}
      {connection === undefined
        ? error === null && <Skeleton h={420} radius="lg" />
        : connection && (
            <>
              <Totals label="Totals" columns={6}>
                <Stat
                  label="From client"
                  value={formatByteRate(connection.recv_oct_details.rate)}
                  detail={`${formatBytes(connection.recv_oct)} in all`}
                />
                <Stat
                  label="To client"
                  value={formatByteRate(connection.send_oct_details.rate)}
                  detail={`${formatBytes(connection.send_oct)} in all`}
                />
                <Stat
                  label="Channels"
                  value={formatCount(hanging.channels)}
                  detail={`of ${formatCount(connection.channel_max)}`}
                />
                <Stat label="Consumers" value={formatCount(hanging.consumers)} />
                <Stat
                  label="Unacked"
                  value={formatCount(hanging.unacked)}
                  detail={`${formatCount(hanging.unconfirmed)} unconfirmed`}
                />
                <Stat
                  label="Connected"
                  value={formatAge(connection.connected_at)}
                  detail={formatMoment(connection.connected_at)}
                />
              </Totals>
              <Rates connection={connection} />
              <ChannelTable channels={channels} isOpen={isOpen} />
              <ExclusiveQueues queues={queues?.items ?? []} />
              <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
                <ConnectionDetails connection={connection} />
                <ClientProperties properties={connection.client_properties} />
              </SimpleGrid>
              <TlsDetails connection={connection} />
              <ClosedChannels connection={name} />
            </>
          )}
    </Page>
  );
}

function Rates({ connection: { recv_oct_details, send_oct_details } }: { readonly connection: Connection }) {
  const series = useMemo(
    () => [
      { label: 'From client', color: 1, points: toRates(recv_oct_details) },
      { label: 'To client', color: 2, points: toRates(send_oct_details) },
    ],
    [recv_oct_details, send_oct_details],
  );
  return (
    <Section title="Data rates">
      <Chart title="Data rates" series={series} format={formatByteRate} />
    </Section>
  );
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[] | undefined, member: K): number {
  return rows?.reduce((total, row) => total + row[member], 0) ?? 0;
}
