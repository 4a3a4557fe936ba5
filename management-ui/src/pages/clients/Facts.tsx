import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode] | undefined | false;

/** What is known of a thing, name by name. */
export function Facts({ facts, cols = 4 }: { readonly facts: readonly Fact[]; readonly cols?: 2 | 3 | 4 }) {
  return (
    <SimpleGrid component="dl" m={0} cols={{ base: 2, md: cols }} spacing="lg" verticalSpacing="sm">
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact[0]} style={{ minWidth: 0 }}>
              <Text component="dt" size="xs" c="dimmed" fw={500}>
                {fact[0]}
              </Text>
              <Text component="dd" m={0} size="sm" className="numeric" style={{ overflowWrap: 'anywhere' }}>
                {fact[1]}
              </Text>
            </div>
          ),
      )}
    </SimpleGrid>
  );
}
