import { Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { formatPercent } from '@/format';

interface GaugeProps {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
  readonly value: string;
  readonly detail: string;
  readonly isAlarming?: boolean;
}

/** How much of something is taken. The colour warns, and words do so as well. */
export function Gauge({ label, part, whole, value, detail, isAlarming = false }: GaugeProps) {
  const percent = whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
  const color = isAlarming ? 'red' : percent > 80 ? 'orange' : 'teal';
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" fw={500}>
          {label}
        </Text>
        {isAlarming && (
          <Badge color="red" size="sm">
            Alarm
          </Badge>
        )}
      </Group>
      <Text fz={20} fw={650} lh={1.2} className="numeric">
        {value}
      </Text>
      <Progress.Root size="sm" radius="xl">
        <Progress.Section
          value={percent}
          color={color}
          aria-label={`${label}: ${formatPercent(part, whole)} of the limit`}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed" className="numeric">
        {detail}
      </Text>
    </Stack>
  );
}
