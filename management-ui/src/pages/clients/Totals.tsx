import { Paper, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

/** The figures at the head of a page: a row of `Stat`s. */
export function Totals({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Paper component="section" aria-label={label} withBorder radius="lg" p="md" bg="var(--surface)">
      <SimpleGrid component="dl" m={0} cols={{ base: 2, xs: 3, md: 6 }} spacing="md">
        {children}
      </SimpleGrid>
    </Paper>
  );
}
