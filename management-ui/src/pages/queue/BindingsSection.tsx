import { ActionIcon, Autocomplete, Badge, Button, Code, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconArrowRight, IconLink, IconUnlink } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import {
  type Binding,
  type QueueName,
  useExchangeNames,
  useQueueBindings,
  useRefreshQueues,
} from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { useConfirm } from '@/components/confirm';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, mistakeInRow, toArguments } from '@/components/forms/arguments';
import { notifyDone } from '@/components/notify';
import { Section } from '@/components/Section';
import { mayBind } from '@/session/deeds';
import { KeyRefusal, Refusal } from '@/session/Refusal';
import { useIsTopic, useQueueDeeds, useRights } from '@/session/useRights';

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
                    queueName={queueName}
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
  readonly queueName: QueueName;
  readonly binding: Binding;
  readonly mayUnbind: boolean;
}

function BindingRow({ queueName: { vhost, name }, binding, mayUnbind }: BindingRowProps) {
  const confirm = useConfirm();
  const refresh = useRefreshQueues();
  const { source, routing_key: key, arguments: args } = binding;
  const unbind = () =>
    confirm({
      title: `Unbind from “${source}”?`,
      losses: [`The way from exchange ${source} to this queue with ${key === '' ? 'no key' : `key “${key}”`}`],
      action: 'Unbind',
      run: async () => {
        await api.delete('/api/bindings/{vhost}/e/{source}/q/{destination}/{props}', {
          path: { vhost, source, destination: name, props: binding.properties_key },
        });
        await refresh();
        notifyDone(`Unbound from ${source}.`);
      },
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
            <AppLink to={`/exchanges/${encodeURIComponent(vhost)}/${encodeURIComponent(source)}`} size="sm">
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
        <Group gap={4}>
          {Object.entries(args).map(([argument, value]) => (
            <Badge key={argument} variant="default" tt="none">
              {argument}: {JSON.stringify(value)}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        {mayUnbind && (
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`Unbind from ${source} with key ${key}`}
            title="Unbind"
            onClick={unbind}
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
  const refresh = useRefreshQueues();
  const { may, refusedBy } = useRights();
  const isTopic = useIsTopic(vhost);
  const [source, setSource] = useState('');
  const [key, setKey] = useState('');
  const [rows, setRows] = useState<readonly ArgumentRow[]>([]);
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);

  const isRefused = source !== '' && !may('read', vhost, source);
  const keyPattern = isTopic(source) ? refusedBy('read', vhost, source, key) : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRunning(true);
    setError(undefined);
    try {
      await api.post('/api/bindings/{vhost}/e/{source}/q/{destination}', {
        path: { vhost, source, destination: name },
        body: { routing_key: key, arguments: toArguments(rows) },
      });
      await refresh();
      notifyDone(`Bound to ${source}.`);
      setKey('');
      setRows([]);
    } catch (caught) {
      setError(caught);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Section title="Add a binding">
      <Stack component="form" onSubmit={submit} gap="sm" aria-label="Add a binding">
        <Group gap="sm" align="flex-start">
          <Autocomplete
            label="From exchange"
            required
            data={exchanges.filter((exchange) => exchange !== '' && may('read', vhost, exchange))}
            value={source}
            onChange={setSource}
            error={isRefused && <Refusal deed="bind to this exchange" right="read" vhost={vhost} />}
            flex="1 1 220px"
          />
          <TextInput
            label="Routing key"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            error={
              !isRefused &&
              keyPattern !== undefined && (
                <KeyRefusal deed="bind" right="read" vhost={vhost} exchange={source} pattern={keyPattern} />
              )
            }
            flex="1 1 220px"
          />
        </Group>
        <ArgumentsEditor label="Arguments" rows={rows} onChange={setRows} suggestions={suggestions} />
        {error !== undefined && <ErrorState message={describeError(error)} />}
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={isRunning}
            disabled={
              source === '' ||
              isRefused ||
              keyPattern !== undefined ||
              rows.some((row) => mistakeInRow(row) !== undefined)
            }
            leftSection={<IconLink size={16} aria-hidden />}
          >
            Bind
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
