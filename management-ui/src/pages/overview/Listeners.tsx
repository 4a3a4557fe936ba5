import { Table } from '@mantine/core';
import type { Answer } from '@/api/client';
import { Section } from '@/components/Section';

type Overview = Answer<'/api/overview'>;

/** Where clients and operators connect to; for those who may see it. */
export function Listeners({ overview: { listeners = [] } }: { readonly overview: Overview }) {
  if (listeners.length === 0) {
    return null;
  }
  return (
    <Section title="Listening ports">
      <Table.ScrollContainer minWidth={320}>
        <Table verticalSpacing={6} aria-label="Listening ports">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Protocol</Table.Th>
              <Table.Th>Bound to</Table.Th>
              <Table.Th ta="end">Port</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {listeners.map(({ protocol, ip_address: address, port }) => (
              <Table.Tr key={`${protocol} ${address} ${port}`}>
                <Table.Td>{protocol}</Table.Td>
                <Table.Td ff="monospace">{address}</Table.Td>
                <Table.Td ta="end" className="numeric">
                  {port}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
