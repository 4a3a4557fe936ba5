import { Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { describeError } from '@/api/errors';
import { isMissing, useChannel } from '@/api/queries/clients';
import { AppLink } from '@/components/AppLink';
import { Chart } from '@/components/chart/Chart';
import { RangeSelect, useRange } from '@/components/chart/RangeSelect';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { RateStat } from '@/components/RateStat';
import { Section } from '@/components/Section';
import { Stat } from '@/components/Stat';
import { Totals } from '@/components/Totals';
import { formatAge, formatCount, formatRate } from '@/format';
import { ClientState } from '../clients/ClientState';
import { EndNotice } from '../clients/EndNotice';
import { Facts } from '../clients/Facts';
import { connectionOf, connectionPath, labelOf, numberOf } from '../clients/names';
import { useEnd } from '../clients/useEnd';
import { BlockedNotice } from '../connections/BlockedNotice';
import { ChannelMode } from './ChannelMode';
import { ConsumerTable } from './ConsumerTable';
import { tellPrefetch } from './prefetch';
import { channelSeries } from './series';

/** One channel: what is published and delivered on it, and who consumes. */
export default function ChannelPage() {
  const { name = '' } = useParams();
  const range = useRange();
  const { data: channel, error } = useChannel(name, range);
  const isGone = isMissing(error);
  const isOpen = channel !== undefined && !isGone;
  const end = useEnd('channel', name, isGone);
  const connection = connectionOf(name);
  const stats = channel?.message_stats;
  const series = useMemo(() => channelSeries(stats === undefined ? {} : { message_stats: stats }), [stats]);

  return (
    <Page
      title={`Channel ${numberOf(name)} of ${labelOf({ ...end.ended, ...channel?.connection_details, name: connection })}`}
      aside={isOpen && <ClientState state={channel.state} size="lg" />}
      actions={channel !== undefined && <RangeSelect />}
    >
      {isGone && <EndNotice kind="channel" name={name} end={end} hasLastFigures={channel !== undefined} />}
      {error !== null && !isGone && channel === undefined && <ErrorState message={describeError(error)} />}
      {isOpen && <BlockedNotice state={channel.state} />}
      {channel === undefined
        ? error === null && <Skeleton h={420} radius="lg" />
        : channel && (
            <>
              <Totals label="Totals" columns={6}>
                <RateStat label="Publish" count={stats?.publish} details={stats?.publish_details} />
                <RateStat label="Deliver and get" count={stats?.deliver_get} details={stats?.deliver_get_details} />
                <RateStat label="Ack" count={stats?.ack} details={stats?.ack_details} />
                <Stat
                  label="Unacked"
                  value={formatCount(channel.messages_unacknowledged)}
                  detail={`prefetch ${tellPrefetch(channel)}`}
                />
                <Stat
                  label="Unconfirmed"
                  value={formatCount(channel.messages_unconfirmed)}
                  detail={channel.confirm ? 'of what it published' : 'asks for no confirms'}
                />
                <Stat label="Consumers" value={formatCount(channel.consumer_count)} />
              </Totals>
              <Section title="Message rates">
                <Chart title="Message rates" series={series} format={formatRate} />
              </Section>
              <ConsumerTable channel={channel} isOpen={isOpen} />
              <Section title="Details">
                <Facts
                  facts={[
                    [
                      'Connection',
                      <AppLink key="connection" to={connectionPath(connection)} inherit>
                        {connection}
                      </AppLink>,
                    ],
                    ['User', channel.user],
                    ['Virtual host', channel.vhost],
                    ['Mode', <ChannelMode key="mode" channel={channel} />],
                    ['Prefetch', tellPrefetch(channel)],
                    ['Redelivered', `${formatCount(stats?.redeliver ?? 0)} in all`],
                    [
                      'Unroutable',
                      `${formatCount(stats?.return_unroutable ?? 0)} returned, ${formatCount(stats?.drop_unroutable ?? 0)} dropped`,
                    ],
                    channel.transactional && [
                      'Open transaction',
                      `${formatCount(channel.messages_uncommitted)} messages, ${formatCount(channel.acks_uncommitted)} acks`,
                    ],
                    channel.idle_since !== undefined && ['Idle', `last used ${formatAge(channel.idle_since)}`],
                  ]}
                />
              </Section>
            </>
          )}
    </Page>
  );
}
