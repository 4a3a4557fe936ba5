import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
}

/** One figure with its name; a list of them stands in a `dl`. */
export function Stat({ label, value, detail }: StatProps) {
  return (
    <Stack gap={0} miw={0} component="div">
      <Text component="dt" size="xs" c="dimmed" fw={500} truncate>
        {label}
      </Text>
      <Text component="dd" m={0} fz={22} fw={650} lh={1.25} className="numeric">
        {value}
      </Text>
      {detail !== undefined && (
        <Text component="dd" m={0} size="xs" c="dimmed" className="numeric">
          {detail}
        </Text>
      )}
    </Stack>
  );
}
