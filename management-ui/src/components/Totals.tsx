import { Paper, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

interface TotalsProps {
  readonly label: string;
  /** How many stand beside each other where there is room. */
  readonly columns: number;
  readonly children: ReactNode;
}

/** The figures at the head of a page: a row of `Stat`s. */
export function Totals({ label, columns, children }: TotalsProps) {
  return (
    <Paper component="section" aria-label={label} withBorder radius="lg" p="md" bg="var(--surface)">
      <SimpleGrid component="dl" m={0} cols={{ base: 2, xs: 3, md: columns }} spacing="md">
        {children}
      </SimpleGrid>
    </Paper>
  );
}
