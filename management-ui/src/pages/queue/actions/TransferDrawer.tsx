import {
  Alert,
  Autocomplete,
  Button,
  Group,
  NumberInput,
  Radio,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowsExchange } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { describeError } from '@/api/errors';
import { useNames } from '@/api/queries/names';
import { type QueueName, useExchangeNames } from '@/api/queries/queue';
import { type TransferOrder, useStartTransfer } from '@/api/queries/transfers';
import { ErrorState } from '@/components/ErrorState';
import { SideDrawer } from '@/components/SideDrawer';
import { formatCount } from '@/format';
import { KeyRefusal, Refusal } from '@/session/Refusal';
import { useIsTopic, useRights } from '@/session/useRights';

interface TransferDrawerProps {
  readonly queueName: QueueName;
  readonly ready: number;
  /** Those chosen in the list; none means the first ones, or all. */
  readonly positions: readonly number[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Has the broker move or copy messages elsewhere. */
export function TransferDrawer({ isOpen, onClose, ...form }: TransferDrawerProps) {
  return (
    <SideDrawer title="Move or copy messages" isOpen={isOpen} onClose={onClose}>
      <TransferForm {...form} onStarted={onClose} />
    </SideDrawer>
  );
}

type Target = 'queue' | 'exchange' | 'original';

interface TransferFormProps extends Omit<TransferDrawerProps, 'isOpen' | 'onClose'> {
  readonly onStarted: () => void;
}

function TransferForm({ queueName, ready, positions, onStarted }: TransferFormProps) {
  const [mode, setMode] = useState<'move' | 'copy'>('move');
  const { vhost } = queueName;
  const { may, refusedBy } = useRights();
  const isTopic = useIsTopic(vhost);
  // Straight into a queue is by way of the default exchange.
  const mayQueue = may('write', vhost, '');
  const [chosen, setTarget] = useState<Target>();
  const target = chosen ?? (mayQueue ? 'queue' : 'exchange');
  const [queue, setQueue] = useState('');
  const [exchange, setExchange] = useState('');
  const [routingKey, setRoutingKey] = useState('');
  const [count, setCount] = useState<number | string>('');
  const [rate, setRate] = useState<number | string>('');
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);
  const start = useStartTransfer(queueName);
  const [sought] = useDebouncedValue(queue, 200);
  const { data: queues = [] } = useNames(vhost, 'queue', sought);
  const { data: exchanges = [] } = useExchangeNames(vhost);
  const isMissing = (target === 'queue' && queue === '') || (target === 'exchange' && exchange === '');
  const isRefused = target === 'exchange' && exchange !== '' && !may('write', vhost, exchange);
  // Without a key each message keeps its own, and the broker looks at each.
  const keyPattern =
    target === 'exchange' && routingKey !== '' && isTopic(exchange)
      ? refusedBy('write', vhost, exchange, routingKey)
      : undefined;
  const isSelf = target === 'queue' && queue === queueName.name;
  const isEmpty = positions.length === 0 && ready === 0;
  const howMany =
    positions.length > 0
      ? formatCount(positions.length)
      : count === '' || Number(count) >= ready
        ? `all ${formatCount(ready)}`
        : `the first ${formatCount(Number(count))}`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRunning(true);
    setError(undefined);
    const order: TransferOrder = {
      mode,
      destination:
        target === 'original'
          ? { original: true }
          : target === 'queue'
            ? { queue }
            : { exchange, ...(routingKey === '' ? {} : { routing_key: routingKey }) },
      ...(positions.length > 0 ? { positions: [...positions] } : count === '' ? {} : { count: Number(count) }),
      ...(rate === '' ? {} : { rate: Number(rate) }),
    };
    try {
      await start(order);
      onStarted();
    } catch (caught) {
      setError(caught);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Stack component="form" gap="md" onSubmit={submit} aria-label="Move or copy messages">
      <SegmentedControl
        aria-label="Move or copy"
        value={mode}
        onChange={(value) => setMode(value as 'move' | 'copy')}
        data={[
          { value: 'move', label: 'Move' },
          { value: 'copy', label: 'Copy' },
        ]}
      />
      <Radio.Group label="To" value={target} onChange={(value) => setTarget(value as Target)}>
        <Stack gap="xs" mt={6}>
          {mayQueue && <Radio value="queue" label="A queue" />}
          <Radio value="exchange" label="An exchange" />
          <Radio
            value="original"
            label="Where they were published first"
            description="Of dead letters: the exchange and routing key from before they died"
          />
        </Stack>
      </Radio.Group>
      {target === 'queue' && (
        <Autocomplete
          label="Queue"
          required
          data={queues.filter((name) => name !== queueName.name)}
          value={queue}
          onChange={setQueue}
          error={isSelf ? 'They are there already.' : undefined}
        />
      )}
      {target === 'exchange' && (
        <>
          <Autocomplete
            label="Exchange"
            required
            data={exchanges.filter((name) => name !== '' && may('write', vhost, name))}
            value={exchange}
            onChange={setExchange}
            error={isRefused && <Refusal deed="publish to this exchange" right="write" vhost={vhost} />}
          />
          <TextInput
            label="Routing key"
            description="Left empty, each message keeps its own"
            value={routingKey}
            onChange={(event) => setRoutingKey(event.currentTarget.value)}
            error={
              !isRefused &&
              keyPattern !== undefined && (
                <KeyRefusal deed="publish" right="write" vhost={vhost} exchange={exchange} pattern={keyPattern} />
              )
            }
          />
        </>
      )}
      {positions.length === 0 && (
        <Group gap="sm" grow align="flex-start">
          <NumberInput
            label="How many"
            description="From the first; empty for all"
            min={1}
            value={count}
            onChange={setCount}
            allowDecimal={false}
          />
          <NumberInput
            label="Messages in a second"
            description="At most; empty for no limit"
            min={1}
            value={rate}
            onChange={setRate}
            allowDecimal={false}
          />
        </Group>
      )}
      {!isEmpty && (
        <Alert variant="light" color={mode === 'move' ? 'orange' : 'gray'}>
          {mode === 'move'
            ? `This takes ${howMany} out of ${queueName.name}. A message leaves when its copy is safe where it goes.`
            : `${queueName.name} keeps what it has; copies of ${howMany} go out.`}
        </Alert>
      )}
      {error !== undefined && <ErrorState message={describeError(error)} />}
      <Group justify="flex-end">
        <Button
          type="submit"
          loading={isRunning}
          disabled={isMissing || isSelf || isEmpty || isRefused || keyPattern !== undefined}
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
        >
          {mode === 'move' ? 'Move' : 'Copy'} {howMany}
        </Button>
      </Group>
      {isEmpty && (
        <Text size="sm" c="dimmed">
          No message is ready: there is nothing to {mode}.
        </Text>
      )}
    </Stack>
  );
}
