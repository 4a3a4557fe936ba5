import { Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useNodeMemory } from '@/api/queries/nodes';
import { Section } from '@/components/Section';
import { formatBytes, formatPercent } from '@/format';
import { partsOf } from './memory';

/** What the memory goes to: one bar, and each part by itself. */
export function MemorySection({ node }: { readonly node: string }) {
  const { data: memory } = useNodeMemory(node);
  if (memory === undefined) {
    return <Skeleton h={160} radius="lg" />;
  }
  const parts = partsOf(memory);
  const whole = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <Section
      title="What memory goes to"
      aside={
        <Text size="sm" c="dimmed" className="numeric">
          {formatBytes(memory.total.rss)} resident
        </Text>
      }
    >
      <Group
        gap={2}
        wrap="nowrap"
        h={18}
        role="img"
        aria-label={parts.map(({ label, bytes }) => `${label} ${formatPercent(bytes, whole)}`).join(', ')}
        style={{ borderRadius: 6, overflow: 'hidden' }}
      >
        {parts.map(({ label, bytes, color }) => (
          <div
            key={label}
            title={`${label}: ${formatBytes(bytes)}`}
            style={{ flex: `${bytes} 0 0`, minWidth: 2, height: '100%', background: `var(--series-${color})` }}
          />
        ))}
      </Group>
      <SimpleGrid
        component="ul"
        m={0}
        p={0}
        style={{ listStyle: 'none' }}
        cols={{ base: 1, xs: 2, lg: 4 }}
        spacing="lg"
        verticalSpacing="sm"
      >
        {parts.map(({ label, explanation, bytes, color }) => (
          <Group key={label} component="li" gap={10} wrap="nowrap" align="flex-start">
            <span
              aria-hidden
              style={{
                width: 12,
                height: 12,
                marginTop: 4,
                borderRadius: 4,
                flex: 'none',
                background: `var(--series-${color})`,
              }}
            />
            <Stack gap={0}>
              <Text size="sm" fw={600} className="numeric">
                {label} {formatBytes(bytes)}
              </Text>
              <Text size="xs" c="dimmed" className="numeric">
                {formatPercent(bytes, whole)}
                {explanation && `, ${explanation}`}
              </Text>
            </Stack>
          </Group>
        ))}
      </SimpleGrid>
    </Section>
  );
}
