import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleX } from '@tabler/icons-react';
import { type Explanation, useExchangeBindings } from '@/api/queries/exchanges';
import { formatCount } from '@/format';
import { Arguments, RoutingKey } from '../exchange/BindingsTable';
import { tellMiss } from './miss';

interface MissedBindingsProps {
  readonly vhost: string;
  readonly visit: Explanation['exchanges'][number];
  readonly routingKeys: readonly string[];
}

const SHOWN = 50;

/** The bindings of an exchange that the message does not go by, and why not. */
export function MissedBindings({ vhost, visit, routingKeys }: MissedBindingsProps) {
  const { data } = useExchangeBindings({ vhost, name: visit.name });
  const [isOpen, { toggle }] = useDisclosure(visit.matches.every(({ by }) => by !== 'binding'));
  const gone = new Set(visit.matches.map((hop) => `${hop.destination_type} ${hop.destination} ${hop.properties_key}`));
  const missed = (data?.from ?? []).filter(
    (one) => !gone.has(`${one.destination_type} ${one.destination} ${one.properties_key}`),
  );
  if (missed.length === 0) {
    return null;
  }
  return (
    <Stack gap={4} align="flex-start">
      <Button size="compact-sm" variant="subtle" color="gray" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? 'Hide' : 'Show'} what does not match ({formatCount(missed.length)})
      </Button>
      {isOpen && (
        <Table.ScrollContainer minWidth={480} w="100%">
          <Table verticalSpacing={4} aria-label={`Bindings of ${visit.name} that do not match`}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Does not match</Table.Th>
                <Table.Th>Key and arguments</Table.Th>
                <Table.Th>Why not</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {missed.slice(0, SHOWN).map((binding) => (
                <Table.Tr key={`${binding.destination_type} ${binding.destination} ${binding.properties_key}`}>
                  <Table.Td>
                    <Group gap={6} wrap="nowrap">
                      <IconCircleX size={16} color="var(--muted)" aria-hidden />
                      <Text size="sm">
                        {binding.destination_type} {binding.destination}
                      </Text>
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4}>
                      <RoutingKey text={binding.routing_key} />
                      <Arguments values={binding.arguments} />
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{tellMiss(visit.type, binding, routingKeys)}</Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {missed.length > SHOWN && (
            <Text size="sm" c="dimmed">
              and {formatCount(missed.length - SHOWN)} more
            </Text>
          )}
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
