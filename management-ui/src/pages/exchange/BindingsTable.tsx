import { ActionIcon, Badge, Code, Group, Table, Text } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { type ExchangeBinding, exchangePath, unbind } from '@/api/queries/exchanges';
import { queuePath } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { useConfirm } from '@/components/confirm';
import { useChange } from '@/live/useChange';

interface BindingsTableProps {
  readonly label: string;
  readonly bindings: readonly ExchangeBinding[];
  /** Which end is shown; the other is the page that one is on. */
  readonly end: 'source' | 'destination';
  readonly mayUnbind: (binding: ExchangeBinding) => boolean;
}

/** Bindings at one side of an exchange, with a way to take each away. */
export function BindingsTable({ label, bindings, end, mayUnbind }: BindingsTableProps) {
  const unbindable = new Set(bindings.filter(mayUnbind));
  return (
    <Table.ScrollContainer minWidth={480} maxHeight={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={6} aria-label={label} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{end === 'source' ? 'From' : 'To'}</Table.Th>
            <Table.Th>Routing key</Table.Th>
            <Table.Th>Arguments</Table.Th>
            {unbindable.size > 0 && (
              <Table.Th w={60}>
                <Text span fz={0}>
                  Unbind
                </Text>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bindings.map((binding) => (
            <Table.Tr
              key={`${binding.source} ${binding.destination_type} ${binding.destination} ${binding.properties_key}`}
            >
              <Table.Td>
                <End binding={binding} end={end} />
              </Table.Td>
              <Table.Td>
                <RoutingKey text={binding.routing_key} />
              </Table.Td>
              <Table.Td>
                <Arguments values={binding.arguments} />
              </Table.Td>
              {unbindable.size > 0 && <Table.Td>{unbindable.has(binding) && <Unbind binding={binding} />}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function RoutingKey({ text }: { readonly text: string }) {
  return text === '' ? (
    <Text span size="sm" c="dimmed">
      no key
    </Text>
  ) : (
    <Code style={{ overflowWrap: 'anywhere' }}>{text}</Code>
  );
}

export function Arguments({ values }: { readonly values: Readonly<Record<string, unknown>> | undefined }) {
  return (
    <Group gap={4}>
      {Object.entries(values ?? {}).map(([name, value]) => (
        <Badge key={name} variant="default" size="sm" tt="none">
          {name}: {JSON.stringify(value)}
        </Badge>
      ))}
    </Group>
  );
}

function End({ binding, end }: { readonly binding: ExchangeBinding; readonly end: 'source' | 'destination' }) {
  const { vhost } = binding;
  const isQueue = end === 'destination' && binding.destination_type === 'queue';
  const name = binding[end];
  return (
    <Group gap={6} wrap="nowrap">
      <Badge size="sm" variant="light" color={isQueue ? 'teal' : 'gray'} tt="none" flex="none">
        {isQueue ? 'queue' : 'exchange'}
      </Badge>
      <AppLink to={isQueue ? queuePath({ vhost, name }) : exchangePath({ vhost, name })} size="sm">
        {name}
      </AppLink>
    </Group>
  );
}

function Unbind({ binding }: { readonly binding: ExchangeBinding }) {
  const confirm = useConfirm();
  const change = useChange();
  const { source, destination, destination_type: kind, routing_key: key } = binding;
  const tellKey = key === '' ? 'without a key' : `with the key “${key}”`;
  return (
    <ActionIcon
      variant="subtle"
      color="red"
      title="Unbind"
      aria-label={`Unbind ${kind} ${destination} from ${source} ${tellKey}`}
      onClick={() =>
        confirm({
          title: `Unbind “${destination}” from “${source}”?`,
          losses: [
            `The way from exchange ${source} to ${kind} ${destination} ${tellKey}`,
            ...(Object.keys(binding.arguments).length > 0
              ? [`Its arguments ${JSON.stringify(binding.arguments)}`]
              : []),
          ],
          action: 'Unbind',
          run: () =>
            change.mutateAsync({
              run: () => unbind(binding),
              done: `${destination} is not bound to ${source} ${tellKey} any more.`,
            }),
        })
      }
    >
      <IconUnlink size={16} aria-hidden />
    </ActionIcon>
  );
}
