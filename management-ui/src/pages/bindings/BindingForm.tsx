import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { describeError } from '@/api/errors';
import { bind, type ExchangeName } from '@/api/queries/exchanges';
import { ErrorState } from '@/components/ErrorState';
import { type ArgumentSuggestion, ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, mistakeInRow, toArguments } from '@/components/forms/arguments';
import { useChange } from '@/live/useChange';
import { KeyRefusal } from '@/session/Refusal';

interface BindingFormProps {
  readonly source: ExchangeName;
  readonly kind: 'queue' | 'exchange';
  readonly destination: string;
  /** What to say when it is done. */
  readonly done: string;
  readonly keyHint?: string;
  readonly suggestions: readonly ArgumentSuggestion[];
  /** Whether the user may not bind these two. */
  readonly isRefused: boolean;
  /** The pattern that keeps the user from binding with a key. */
  readonly refusingPattern: (key: string) => string | undefined;
  /** Where the other end is chosen. */
  readonly children: ReactNode;
}

/** Binds, and is empty again for the next key; the ends stay. */
export function BindingForm({
  source,
  kind,
  destination,
  done,
  keyHint,
  suggestions,
  isRefused,
  refusingPattern,
  children,
}: BindingFormProps) {
  const [key, setKey] = useState('');
  const [rows, setRows] = useState<readonly ArgumentRow[]>([]);
  const change = useChange();
  const pattern = isRefused ? undefined : refusingPattern(key);
  const isComplete = source.name !== '' && destination !== '' && rows.every((row) => mistakeInRow(row) === undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(
      { run: () => bind(source, kind, destination, { routing_key: key, arguments: toArguments(rows) }), done },
      {
        onSuccess: () => {
          setKey('');
          setRows([]);
        },
      },
    );
  }

  return (
    <Stack component="form" onSubmit={submit} gap="sm" aria-label="Add a binding">
      <Group gap="sm" align="flex-start">
        {children}
        <TextInput
          label="Routing key"
          placeholder={keyHint}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={
            pattern !== undefined && (
              <KeyRefusal deed="bind" right="read" vhost={source.vhost} exchange={source.name} pattern={pattern} />
            )
          }
          flex="1 1 220px"
        />
      </Group>
      <ArgumentsEditor label="Arguments" rows={rows} onChange={setRows} suggestions={suggestions} />
      {change.isError && <ErrorState message={describeError(change.error)} />}
      <Group justify="flex-end">
        <Button
          type="submit"
          loading={change.isPending}
          disabled={!isComplete || isRefused || pattern !== undefined}
          leftSection={<IconLink size={16} aria-hidden />}
        >
          Bind
        </Button>
      </Group>
    </Stack>
  );
}
