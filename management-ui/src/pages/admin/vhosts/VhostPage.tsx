import { Badge, Button, Group, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { describeError } from '@/api/errors';
import { useVhostDetail } from '@/api/queries/admin';
import { AppLink } from '@/components/AppLink';
import { Chart } from '@/components/chart/Chart';
import { messageSeries, queuedSeries } from '@/components/chart/messageSeries';
import { RangeSelect, useRange } from '@/components/chart/RangeSelect';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { Stat } from '@/components/Stat';
import { formatByteRate, formatRate, formatShortCount } from '@/format';
import { LimitsSection } from '../limits/LimitsSection';
import { PermissionsSection } from '../parts/PermissionsSection';
import { Tags } from '../parts/Tags';
import { TopicPermissionsSection } from '../parts/TopicPermissionsSection';
import { useDialog } from '../parts/useDialog';
import { octetSeries } from './series';
import { useDeleteVhost } from './useDeleteVhost';
import { VhostDialog } from './VhostDialog';
import { tellDefaultType } from './vhostBody';

/** One virtual host: what goes on in it, who may do what, and its limits. */
export default function VhostPage() {
  const { vhost: name = '' } = useParams();
  const range = useRange();
  const { data: vhost, error } = useVhostDetail(name, range);
  const { dialog, open, close } = useDialog();
  const remove = useDeleteVhost();
  return (
    <Page
      title={name}
      aside={
        <Badge variant="light" color="gray" tt="none">
          virtual host
        </Badge>
      }
      actions={
        vhost && (
          <>
            <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => open('edit')}>
              Change virtual host
            </Button>
            <Button
              variant="light"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void remove(name)}
            >
              Delete virtual host
            </Button>
          </>
        )
      }
    >
      {error && vhost === undefined && (
        <ErrorState message={`The virtual host ${name} cannot be shown: ${describeError(error)}`} />
      )}
      {vhost === undefined ? (
        !error && <Skeleton h={420} radius="lg" />
      ) : (
        <>
          <Section title="Now" aside={<RangeSelect />}>
            <Group gap="md">
              <Text size="sm">{vhost.description === '' ? 'No description' : vhost.description}</Text>
              {vhost.tags.length > 0 && <Tags tags={vhost.tags} none="" />}
              <Badge variant="default" size="sm" tt="none">
                {tellDefaultType(vhost.default_queue_type)}
              </Badge>
              {vhost.tracing && (
                <Badge variant="light" color="orange" size="sm" tt="none">
                  traced: each message is copied to amq.rabbitmq.trace
                </Badge>
              )}
            </Group>
            <SimpleGrid component="dl" m={0} cols={{ base: 2, xs: 3, md: 6 }}>
              <Stat label="Ready" value={formatShortCount(vhost.messages_ready)} />
              <Stat label="Unacked" value={formatShortCount(vhost.messages_unacknowledged)} />
              <Stat label="Publish" value={formatRate(vhost.message_stats?.publish_details?.rate ?? 0)} />
              <Stat label="Deliver and get" value={formatRate(vhost.message_stats?.deliver_get_details?.rate ?? 0)} />
              <Stat label="From clients" value={formatByteRate(vhost.recv_oct_details.rate)} />
              <Stat
                label="Queues"
                value={
                  <AppLink to={`/queues?filter=${encodeURIComponent(`vhost:"${name}"`)}`} inherit>
                    show
                  </AppLink>
                }
              />
            </SimpleGrid>
          </Section>
          <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="md">
            <Section title="Queued messages">
              <Chart title="Queued messages" series={queuedSeries(vhost)} format={formatShortCount} height={160} />
            </Section>
            <Section title="Message rates">
              <Chart
                title="Message rates"
                series={messageSeries(vhost.message_stats)}
                format={formatRate}
                height={160}
              />
            </Section>
            <Section title="Data rates">
              <Chart title="Data rates" series={octetSeries(vhost)} format={formatByteRate} height={160} />
            </Section>
          </SimpleGrid>
          <PermissionsSection of={{ vhost: name }} />
          <TopicPermissionsSection of={{ vhost: name }} />
          <LimitsSection of="vhost" name={name} />
          <VhostDialog vhost={vhost} isOpen={dialog === 'edit'} onClose={close} />
        </>
      )}
    </Page>
  );
}
