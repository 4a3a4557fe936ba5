import { Badge, Code, Group, Text, Timeline } from '@mantine/core';
import { IconInbox, IconMailForward, IconX } from '@tabler/icons-react';
import { formatAge, formatCount, formatDuration, formatMoment } from '@/format';
import { type Death, describeReason } from './deaths';

interface DeathTimelineProps {
  readonly deaths: readonly Death[];
  /** Where it is now. */
  readonly queue: string;
  readonly enqueuedAt: number | undefined;
}

/** The way of a dead letter: where it was published, where and why it died, and where it is now. */
export function DeathTimeline({ deaths, queue, enqueuedAt }: DeathTimelineProps) {
  const [first] = deaths;
  return (
    <Timeline active={deaths.length} bulletSize={26} lineWidth={2} color="red" aria-label="Dead-letter history">
      {first && (
        <Timeline.Item
          bullet={<IconMailForward size={14} aria-hidden />}
          title={`Published to ${first.exchange === '' ? 'the default exchange' : first.exchange}`}
        >
          <Keys keys={first.routingKeys} />
        </Timeline.Item>
      )}
      {deaths.map((death) => (
        <Timeline.Item
          key={`${death.queue} ${death.reason}`}
          bullet={<IconX size={14} aria-hidden />}
          title={
            <Group gap={6}>
              <span>
                {describeReason(death.reason)} in {death.queue}
              </span>
              <Badge size="sm" variant="light" color="red" tt="none">
                {death.reason}
              </Badge>
              {death.count > 1 && (
                <Badge size="sm" variant="light" color="orange" tt="none">
                  {formatCount(death.count)} times
                </Badge>
              )}
            </Group>
          }
        >
          <Text size="sm" c="dimmed">
            {death.time === undefined
              ? 'At a time unknown'
              : `${death.count > 1 ? 'The first time ' : ''}${formatMoment(death.time)}, ${formatAge(death.time)}`}
            {death.originalExpiration !== undefined &&
              `; it was to expire after ${formatDuration(Number(death.originalExpiration))}`}
          </Text>
          {death !== first && (
            <Text size="sm" c="dimmed">
              It had come by {death.exchange === '' ? 'the default exchange' : death.exchange}{' '}
              <Keys keys={death.routingKeys} />
            </Text>
          )}
        </Timeline.Item>
      ))}
      <Timeline.Item bullet={<IconInbox size={14} aria-hidden />} title={`Now in ${queue}`}>
        <Text size="sm" c="dimmed">
          {enqueuedAt === undefined ? '' : `Since ${formatMoment(enqueuedAt)}`}
        </Text>
      </Timeline.Item>
    </Timeline>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return keys.length === 0 ? null : (
    <Text span size="sm" c="dimmed">
      with key{' '}
      {keys.map((key) => (
        <Code key={key} mr={4}>
          {key === '' ? '(none)' : key}
        </Code>
      ))}
    </Text>
  );
}
