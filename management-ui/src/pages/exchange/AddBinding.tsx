import { Autocomplete, Button, Group, Input, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLink } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { describeError } from '@/api/errors';
import { bind, type ExchangeName, useNames, useRefreshExchanges } from '@/api/queries/exchanges';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, mistakeInRow, toArguments } from '@/components/forms/arguments';
import { notifyDone } from '@/components/notify';
import { Section } from '@/components/Section';
import { KeyRefusal, Refusal } from '@/session/Refusal';
import { useIsTopic, useRights } from '@/session/useRights';
import { typeOf } from '../exchanges/exchangeTypes';

type Kind = 'queue' | 'exchange';

export function AddBinding({ exchange, type }: { readonly exchange: ExchangeName; readonly type: string }) {
  const { vhost, name: source } = exchange;
  const [kind, setKind] = useState<Kind>('queue');
  const [destination, setDestination] = useState('');
  const [key, setKey] = useState('');
  const [rows, setRows] = useState<readonly ArgumentRow[]>([]);
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);
  const [typed] = useDebouncedValue(destination, 200);
  const { data: names = [] } = useNames(vhost, kind, typed);
  const refresh = useRefreshExchanges();
  const kindLabel = useId();
  const { keyHint, bindingArguments } = typeOf(type);

  const { may, refusedBy } = useRights();
  const isTopic = useIsTopic(vhost);
  const isRefused = destination !== '' && !may('write', vhost, destination);
  const keyPattern = isTopic(source) ? refusedBy('read', vhost, source, key) : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRunning(true);
    setError(undefined);
    try {
      await bind(exchange, kind, destination, { routing_key: key, arguments: toArguments(rows) });
      await refresh();
      notifyDone(`${destination} is bound to ${source}.`);
      setKey('');
      setRows([]);
    } catch (caught) {
      setError(caught);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Section title="Add a binding from this exchange">
      <Stack component="form" onSubmit={submit} gap="sm" aria-label="Add a binding">
        <Group gap="sm" align="flex-start">
          <Stack gap={2}>
            <Input.Label id={kindLabel}>To</Input.Label>
            <SegmentedControl
              aria-labelledby={kindLabel}
              value={kind}
              onChange={(value) => {
                setKind(value as Kind);
                setDestination('');
              }}
              data={[
                { value: 'queue', label: 'Queue' },
                { value: 'exchange', label: 'Exchange' },
              ]}
            />
          </Stack>
          <Autocomplete
            label={kind === 'queue' ? 'Name of the queue' : 'Name of the exchange'}
            required
            data={names.filter((name) => name !== '' && may('write', vhost, name))}
            limit={50}
            value={destination}
            onChange={setDestination}
            error={isRefused && <Refusal deed={`bind this ${kind}`} right="write" vhost={vhost} />}
            flex="1 1 220px"
          />
          <TextInput
            label="Routing key"
            placeholder={keyHint}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            error={
              keyPattern !== undefined && (
                <KeyRefusal deed="bind" right="read" vhost={vhost} exchange={source} pattern={keyPattern} />
              )
            }
            flex="1 1 220px"
          />
        </Group>
        <ArgumentsEditor label="Arguments" rows={rows} onChange={setRows} suggestions={bindingArguments} />
        {error !== undefined && <ErrorState message={describeError(error)} />}
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={isRunning}
            disabled={
              destination === '' ||
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
