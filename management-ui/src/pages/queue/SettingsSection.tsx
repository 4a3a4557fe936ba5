import { Badge, Code, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { type QueueDetail, usePolicies } from '@/api/queries/queue';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { formatBytes, formatDuration, NONE } from '@/format';
import { type Origin, type Setting, type Source, settingsOf } from './settings';

const colors: Readonly<Record<Origin, string>> = { argument: 'gray', policy: 'teal', 'operator policy': 'violet' };

/** What holds for the queue and who says so, and what it was declared with. */
export function SettingsSection({ queue }: { readonly queue: QueueDetail }) {
  const { data: policies } = usePolicies(queue.vhost);
  const settings = settingsOf(queue, policies);
  return (
    <Stack gap="md">
      <Section title="What holds">
        {settings.length === 0 ? (
          <EmptyState
            title="Nothing is set"
            reason="The queue was declared without arguments, and no policy matches its name: it has no limits, and messages stay until they are taken."
          />
        ) : (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing={8} aria-label="Settings that hold">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Setting</Table.Th>
                  <Table.Th>Value</Table.Th>
                  <Table.Th>Set by</Table.Th>
                  <Table.Th>Overruled</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {settings.map((setting) => (
                  <SettingRow key={setting.key} setting={setting} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Section>
      <Section title="Declared as">
        <SimpleGrid component="dl" m={0} cols={{ base: 2, sm: 3, lg: 6 }} spacing="md">
          <Fact label="Type" value={queue.type} />
          <Fact label="Kept over a restart" value={queue.durable ? 'yes: durable' : 'no: transient'} />
          <Fact label="Deleted with its last consumer" value={queue.auto_delete ? 'yes: auto-delete' : 'no'} />
          <Fact label="Of one connection alone" value={queue.exclusive ? 'yes: exclusive' : 'no'} />
          <Fact label="Policy" value={queue.policy ?? NONE} />
          <Fact label="Operator policy" value={queue.operator_policy ?? NONE} />
          <Fact label="Node" value={queue.node} />
        </SimpleGrid>
      </Section>
    </Stack>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div style={{ minWidth: 0 }}>
      <Text component="dt" size="xs" c="dimmed" fw={500}>
        {label}
      </Text>
      <Text component="dd" m={0} size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </div>
  );
}

function SettingRow({ setting: { key, holds, overruled } }: { readonly setting: Setting }) {
  return (
    <Table.Tr>
      <Table.Td fw={550}>{key}</Table.Td>
      <Table.Td>
        <Value name={key} value={holds.value} />
      </Table.Td>
      <Table.Td>
        <SourceBadge source={holds} />
      </Table.Td>
      <Table.Td>
        {overruled.length === 0 ? (
          <Text size="sm" c="dimmed">
            nothing
          </Text>
        ) : (
          <Stack gap={4}>
            {overruled.map((source) => (
              <Text key={`${source.origin} ${source.name}`} size="sm" c="dimmed" component="div">
                <SourceBadge source={source} />{' '}
                <span style={{ textDecoration: 'line-through' }}>{JSON.stringify(source.value)}</span>
              </Text>
            ))}
          </Stack>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function SourceBadge({ source: { origin, name } }: { readonly source: Source }) {
  return (
    <Badge variant="light" color={colors[origin]} tt="none">
      {name === undefined ? origin : `${origin}: ${name}`}
    </Badge>
  );
}

const durations: ReadonlySet<string> = new Set(['message-ttl', 'expires', 'consumer-timeout']);

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const meaning =
    typeof value !== 'number'
      ? undefined
      : durations.has(name)
        ? formatDuration(value)
        : name.endsWith('-bytes')
          ? formatBytes(value)
          : undefined;
  return (
    <>
      <Code>{typeof value === 'string' ? value : JSON.stringify(value)}</Code>
      {meaning !== undefined && (
        <Text span size="sm" c="dimmed" ml={6}>
          {meaning}
        </Text>
      )}
    </>
  );
}
