import { Group, Stack, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { type QueueDetail, type QueueName, useExchangeNames, usePolicies, useQueueBindings } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { Section } from '@/components/Section';
import { useLive } from '@/live/live';
import { diagnose } from './diagnosis';
import type { Finding } from './finding';
import { settingsOf } from './settings';

const looks = {
  problem: { icon: IconAlertCircle, color: 'red', word: 'Problem' },
  warning: { icon: IconAlertTriangle, color: 'orange', word: 'Warning' },
  note: { icon: IconInfoCircle, color: 'gray', word: 'Note' },
  good: { icon: IconCircleCheck, color: 'teal', word: 'Good' },
} as const;

/** Says why the queue is as it is. */
export function WhyPanel({ queueName, queue }: { readonly queueName: QueueName; readonly queue: QueueDetail }) {
  const { alarms } = useLive();
  const { data: policies } = usePolicies(queueName.vhost);
  const { data: exchanges } = useExchangeNames(queueName.vhost);
  const { data: bindings } = useQueueBindings(queueName);
  const findings = diagnose({
    queue,
    settings: settingsOf(queue, policies),
    alarms,
    exchanges,
    bindings: bindings?.filter(({ source }) => source !== '').length,
  });
  return (
    <div style={{ marginTop: 'var(--mantine-spacing-md)' }}>
      <Section title="Why it is so">
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} />
          ))}
        </Stack>
      </Section>
    </div>
  );
}

function FindingRow({ finding: { kind, title, detail, link } }: { readonly finding: Finding }) {
  const { icon: Icon, color, word } = looks[kind];
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon size={28} radius="xl" variant="light" color={color}>
        <Icon size={17} aria-hidden />
      </ThemeIcon>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600}>
          <VisuallyHidden>{word}: </VisuallyHidden>
          {title}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {detail} {link && <AppLink to={link.to}>{link.label}</AppLink>}
        </Text>
      </div>
    </Group>
  );
}
