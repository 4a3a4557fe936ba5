import { Group, Stack, Text } from '@mantine/core';
import { useLastClosed } from '@/api/queries/clients';
import { AppLink } from '@/components/AppLink';
import { Section } from '@/components/Section';
import { formatAge, formatMoment } from '@/format';
import { isOrderly, tellCause, whoClosed } from '../clients/ended';

/** Channels of the connection that ended before it: errors show here first. */
export function ClosedChannels({ connection }: { readonly connection: string }) {
  const filter = `connection="${connection}" type=channel`;
  const { data = [] } = useLastClosed(filter);
  if (data.length === 0) {
    return null;
  }
  return (
    <Section
      title="Channels that ended"
      aside={
        <AppLink to={`/closed?filter=${encodeURIComponent(filter)}`} size="sm">
          All of them
        </AppLink>
      }
    >
      <Stack gap={8}>
        {data.slice(0, 5).map((closed) => (
          <Group key={`${closed.name} ${closed.closed_at}`} gap="xs" align="baseline" wrap="nowrap">
            <Text
              size="xs"
              c="dimmed"
              w={96}
              style={{ flex: 'none' }}
              className="numeric"
              title={formatMoment(closed.closed_at)}
            >
              {formatAge(closed.closed_at)}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <Text span inherit fw={600}>
                Channel {closed.channel}
              </Text>{' '}
              by {whoClosed(closed)}
              {isOrderly(closed) ? '' : `: ${tellCause(closed)}`}
            </Text>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
