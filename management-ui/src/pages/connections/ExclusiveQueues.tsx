import { Group, Text } from '@mantine/core';
import { queuePath } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { Section } from '@/components/Section';
import { formatMany } from '@/format';

interface Owned {
  readonly name: string;
  readonly vhost: string;
  readonly messages: number;
}

/** The queues that are a connection's alone and go with it. */
export function ExclusiveQueues({ queues }: { readonly queues: readonly Owned[] }) {
  return queues.length === 0 ? null : (
    <Section title="Exclusive queues">
      <Group gap="lg">
        {queues.map((queue) => (
          <Text key={queue.name} size="sm" className="numeric">
            <AppLink to={queuePath(queue)} inherit>
              {queue.name}
            </AppLink>{' '}
            <Text span c="dimmed" inherit>
              {formatMany(queue.messages, 'message')}
            </Text>
          </Text>
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        They are deleted when the connection ends.
      </Text>
    </Section>
  );
}
