import { ActionIcon, Autocomplete, Code, Group, Stack, Table, Text } from '@mantine/core';
import { IconArrowRight, IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { describeError } from '@/api/errors';
import { exchangePath, unbind } from '@/api/queries/exchanges';
import { type Binding, type QueueName, useExchangeNames, useQueueBindings } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { useConfirm } from '@/components/confirm';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Section } from '@/components/Section';
import { useChange } from '@/live/useChange';
import { mayBind } from '@/session/deeds';
import { Refusal } from '@/session/Refusal';
import { useIsTopic, useQueueDeeds, useRights } from '@/session/useRights';
import { BindingForm } from '../bindings/BindingForm';
import { Arguments } from '../exchange/BindingsTable';

const suggestions = [{ name: 'x-match', type: 'string' }] as const;

/** Which exchanges lead here, and by which keys. */
export function BindingsSection({ queueName }: { readonly queueName: QueueName }) {
  const { data: bindings, error } = useQueueBindings(queueName);
  const { bind: mayBindIt } = useQueueDeeds(queueName);
  const rights = useRights();
  const isTopic = useIsTopic(queueName.vhost);
  return (
    <Stack gap="md">
      <Section title="Bindings to this queue">
        {error && <ErrorState message={describeError(error)} />}
        {bindings?.length === 0 && (
          <EmptyState title="No bindings" reason="Nothing leads here but the default exchange." />
        )}
        {bindings !== undefined && bindings.length > 0 && (
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing={6} aria-label="Bindings to this queue">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>From exchange</Table.Th>
                  <Table.Th>Routing key</Table.Th>
                  <Table.Th>Arguments</Table.Th>
                  <Table.Th w={60} aria-label="Unbind" />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {bindings.map((binding) => (
                  <BindingRow
                    key={`${binding.source} ${binding.properties_key}`}
                    binding={binding}
                    mayUnbind={mayBindIt && binding.source !== '' && mayBind(rights, binding, isTopic(binding.source))}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Section>
      {mayBindIt && <AddBinding queueName={queueName} />}
    </Stack>
  );
}

interface BindingRowProps {
  readonly binding: Binding;
  readonly mayUnbind: boolean;
}

function BindingRow({ binding, mayUnbind }: BindingRowProps) {
  const confirm = useConfirm();
  const change = useChange();
  const { vhost, source, routing_key: key, arguments: args } = binding;
  const ask = () =>
    confirm({
      title: `Unbind from “${source}”?`,
      losses: [`The way from exchange ${source} to this queue with ${key === '' ? 'no key' : `key “${key}”`}`],
      action: 'Unbind',
      run: () => change.mutateAsync({ run: () => unbind(binding), done: `Unbound from ${source}.` }),
    });
  return (
    <Table.Tr>
      <Table.Td>
        {source === '' ? (
          <Text size="sm" c="dimmed">
            the default exchange, always
          </Text>
        ) : (
          <Group gap={6} wrap="nowrap">
            <AppLink to={exchangePath({ vhost, name: source })} size="sm">
              {source}
            </AppLink>
            <IconArrowRight size={14} aria-hidden />
          </Group>
        )}
      </Table.Td>
      <Table.Td>
        {key === '' ? (
          <Text size="sm" c="dimmed">
            none
          </Text>
        ) : (
          <Code>{key}</Code>
        )}
      </Table.Td>
      <Table.Td>
        <Arguments values={args} />
      </Table.Td>
      <Table.Td>
        {mayUnbind && (
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`Unbind from ${source} with key ${key}`}
            title="Unbind"
            onClick={ask}
          >
            <IconUnlink size={16} aria-hidden />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function AddBinding({ queueName: { vhost, name } }: { readonly queueName: QueueName }) {
  const { data: exchanges = [] } = useExchangeNames(vhost);
  const { may, refusedBy } = useRights();
  const isTopic = useIsTopic(vhost);
  const [source, setSource] = useState('');
  const isRefused = source !== '' && !may('read', vhost, source);
  return (
    <Section title="Add a binding">
      <BindingForm
        source={{ vhost, name: source }}
        kind="queue"
        destination={name}
        done={`Bound to ${source}.`}
        suggestions={suggestions}
        isRefused={isRefused}
        refusingPattern={(key) => (isTopic(source) ? refusedBy('read', vhost, source, key) : undefined)}
      >
        <Autocomplete
          label="From exchange"
          required
          data={exchanges.filter((exchange) => exchange !== '' && may('read', vhost, exchange))}
          value={source}
          onChange={setSource}
          error={isRefused && <Refusal deed="bind to this exchange" right="read" vhost={vhost} />}
          flex="1 1 220px"
        />
      </BindingForm>
    </Section>
  );
}
