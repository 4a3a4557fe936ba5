import { Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { ApiError, describeError } from '@/api/errors';
import { useExplanation } from '@/api/queries/exchanges';
import { useAddress } from '@/app/useAddress';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, type ArgumentType, toArguments, toRows } from '@/components/forms/arguments';
import { Section } from '@/components/Section';
import { typeOf } from '../exchanges/exchangeTypes';
import { RouteResult } from './RouteResult';
import { readTrial, writeTrial } from './trial';

interface RouteTesterProps {
  readonly vhost: string;
  readonly exchange: string;
  readonly type: string;
}

const suggestions: readonly { name: string; type: ArgumentType }[] = [
  { name: 'CC', type: 'list' },
  { name: 'BCC', type: 'list' },
  { name: 'x-delay', type: 'number' },
];

/** Asks for a routing key and headers, and shows at once where such a message would go. */
export function RouteTester({ vhost, exchange, type }: RouteTesterProps) {
  const [search, change] = useAddress();
  const trial = useMemo(() => readTrial(search), [search]);
  const [key, setKey] = useState(trial.routingKey);
  const [rows, setRows] = useState<readonly ArgumentRow[]>(() => toRows(trial.headers));
  const typed = useMemo(() => JSON.stringify({ routingKey: key, headers: toArguments(rows) }), [key, rows]);
  const [settled] = useDebouncedValue(typed, 200);
  useEffect(() => {
    const wanted = JSON.parse(settled) as typeof trial;
    change((old) => writeTrial(old, wanted));
  }, [settled, change]);
  const { data, error } = useExplanation({ vhost, exchange, ...trial });
  const isGone = error instanceof ApiError && error.status === 404;

  return (
    <Stack gap="md">
      <Section title="Message">
        <TextInput
          label="Routing key"
          description={exchange === '' ? 'The name of a queue.' : typeOf(type).rule || undefined}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <ArgumentsEditor label="Headers" rows={rows} onChange={setRows} suggestions={suggestions} />
        <Text size="xs" c="dimmed">
          Nothing is published: the broker tells what it would do.
        </Text>
      </Section>
      {isGone ? (
        <EmptyState
          title="There is no such exchange"
          reason={`The virtual host ${vhost} has no exchange ${exchange}: publishing to it closes the channel.`}
        />
      ) : data === undefined ? (
        error ? (
          <ErrorState message={describeError(error)} />
        ) : (
          <Skeleton h={240} radius="lg" />
        )
      ) : (
        <RouteResult vhost={vhost} explanation={data} />
      )}
    </Stack>
  );
}
