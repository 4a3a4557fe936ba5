import {
  Alert,
  Autocomplete,
  Button,
  Checkbox,
  Collapse,
  Drawer,
  FileButton,
  Group,
  NumberInput,
  Progress,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconFile, IconSend } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { describeError } from '@/api/errors';
import { publish } from '@/api/queries/messages';
import { useExchangeNames, useRefreshQueues } from '@/api/queries/queue';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { formatCount } from '@/format';
import { KeyRefusal, Refusal } from '@/session/Refusal';
import { useIsTopic, useRights } from '@/session/useRights';
import { prettyJson } from '../browse/payload';
import { type Draft, mistakeIn, textProperties, toPublication } from './publication';

interface PublishDrawerProps {
  readonly vhost: string;
  /** What the form begins with. */
  readonly draft: Draft;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Outcome {
  readonly sent: number;
  readonly routed: number;
}

const DEFAULT_EXCHANGE = '(default)';

/** Publishes a message as often as wanted, and tells whether it went into a queue. What was typed stays for the next. */
export function PublishDrawer({ vhost, draft: initial, title, isOpen, onClose }: PublishDrawerProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={<Text fw={650}>{title}</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <PublishForm vhost={vhost} initial={initial} />
    </Drawer>
  );
}

function PublishForm({ vhost, initial }: { readonly vhost: string; readonly initial: Draft }) {
  const [draft, setDraft] = useState(initial);
  const [times, setTimes] = useState(1);
  const [areOpen, setOpen] = useState(Object.values(initial.properties).some((value) => value !== ''));
  const { run, stop, progress, outcome, error } = useRepeated(vhost);
  const { data: exchanges = [] } = useExchangeNames(vhost);
  const { may, refusedBy } = useRights();
  const isTopic = useIsTopic(vhost);
  const mistake = mistakeIn(draft);
  const isRefused = !may('write', vhost, draft.exchange);
  const keyPattern = isTopic(draft.exchange) ? refusedBy('write', vhost, draft.exchange, draft.routingKey) : undefined;
  const set = (changes: Partial<Draft>) => setDraft((old) => ({ ...old, ...changes }));
  const pretty = draft.encoding === 'string' ? prettyJson(draft.payload) : undefined;

  async function readFile(file: File | null) {
    if (file !== null) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const parts: string[] = [];
      for (let at = 0; at < bytes.length; at += 0x8000) {
        parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
      }
      set({ payload: btoa(parts.join('')), encoding: 'base64' });
    }
  }

  return (
    <Stack
      component="form"
      gap="md"
      aria-label="Message"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run(draft, times);
      }}
    >
      <Group gap="sm" align="flex-start">
        <Autocomplete
          label="Exchange"
          flex="1 1 180px"
          data={exchanges
            .filter((name) => may('write', vhost, name))
            .map((name) => (name === '' ? DEFAULT_EXCHANGE : name))}
          value={draft.exchange === '' ? DEFAULT_EXCHANGE : draft.exchange}
          onChange={(name) => set({ exchange: name === DEFAULT_EXCHANGE ? '' : name })}
          error={isRefused && <Refusal deed="publish to this exchange" right="write" vhost={vhost} />}
        />
        <TextInput
          label="Routing key"
          flex="1 1 180px"
          value={draft.routingKey}
          onChange={(event) => set({ routingKey: event.currentTarget.value })}
          error={
            !isRefused &&
            keyPattern !== undefined && (
              <KeyRefusal deed="publish" right="write" vhost={vhost} exchange={draft.exchange} pattern={keyPattern} />
            )
          }
        />
      </Group>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Text component="label" htmlFor="publish-payload" size="sm" fw={500}>
            Payload
          </Text>
          <Group gap={6}>
            {pretty !== undefined && pretty !== draft.payload && (
              <Button size="compact-xs" variant="subtle" onClick={() => set({ payload: pretty })}>
                Indent JSON
              </Button>
            )}
            <FileButton onChange={(file) => void readFile(file)}>
              {(props) => (
                <Button {...props} size="compact-xs" variant="subtle" leftSection={<IconFile size={13} aria-hidden />}>
                  From a file
                </Button>
              )}
            </FileButton>
            <SegmentedControl
              size="xs"
              aria-label="The payload is"
              value={draft.encoding}
              onChange={(encoding) => set({ encoding: encoding as Draft['encoding'] })}
              data={[
                { value: 'string', label: 'Text' },
                { value: 'base64', label: 'Base64' },
              ]}
            />
          </Group>
        </Group>
        <Textarea
          id="publish-payload"
          autosize
          minRows={6}
          maxRows={16}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          value={draft.payload}
          onChange={(event) => set({ payload: event.currentTarget.value })}
        />
      </Stack>
      <ArgumentsEditor label="Headers" rows={draft.headers} onChange={(headers) => set({ headers })} />
      <div>
        <Button size="compact-sm" variant="subtle" aria-expanded={areOpen} onClick={() => setOpen((old) => !old)}>
          {areOpen ? 'Hide the properties' : 'More properties'}
        </Button>
        <Collapse expanded={areOpen}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
            {textProperties.map(([name, label]) => (
              <TextInput
                key={name}
                label={label}
                size="sm"
                value={draft.properties[name]}
                onChange={(event) => set({ properties: { ...draft.properties, [name]: event.currentTarget.value } })}
              />
            ))}
          </SimpleGrid>
        </Collapse>
      </div>
      <Group gap="lg" align="flex-end">
        <Checkbox
          label="Persistent"
          checked={draft.isPersistent}
          onChange={(event) => set({ isPersistent: event.currentTarget.checked })}
          mb={8}
        />
        <NumberInput
          label="How often"
          w={120}
          min={1}
          max={10_000}
          value={times}
          onChange={(value) => setTimes(Math.max(1, Math.min(10_000, Math.trunc(Number(value)) || 1)))}
        />
        <Group gap="xs" ml="auto">
          {progress !== undefined && times > 1 && (
            <Button variant="default" onClick={stop}>
              Stop
            </Button>
          )}
          <Button
            type="submit"
            loading={progress !== undefined}
            disabled={mistake !== undefined || isRefused || keyPattern !== undefined}
            leftSection={<IconSend size={16} aria-hidden />}
          >
            Publish
          </Button>
        </Group>
      </Group>
      {mistake !== undefined && (
        <Text size="sm" c="red" role="status">
          {mistake}
        </Text>
      )}
      {progress !== undefined && times > 1 && <Progress value={progress * 100} aria-label="Published so far" />}
      {error !== undefined && <ErrorState message={describeError(error)} />}
      {outcome !== undefined && <OutcomeAlert {...outcome} />}
    </Stack>
  );
}

function OutcomeAlert({ sent, routed }: Outcome) {
  const isAll = routed === sent;
  return (
    <Alert
      role="status"
      variant="light"
      color={isAll ? 'teal' : 'orange'}
      title={
        sent === 1
          ? isAll
            ? 'Published, and routed to a queue'
            : 'Published, but routed to no queue'
          : `Published ${formatCount(sent)}, of which ${formatCount(routed)} were routed to a queue`
      }
    >
      {isAll ? '' : 'No binding of the exchange is for this routing key; what is not routed is dropped.'}
    </Alert>
  );
}

/** Publishes one after the other: the order is kept, and it can be stopped. */
function useRepeated(vhost: string) {
  const refresh = useRefreshQueues();
  const stopped = useRef(false);
  const [progress, setProgress] = useState<number>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<unknown>();

  async function run(draft: Draft, times: number) {
    stopped.current = false;
    setError(undefined);
    setOutcome(undefined);
    setProgress(0);
    const body = toPublication(draft);
    let [sent, routed] = [0, 0];
    try {
      while (sent < times && !stopped.current) {
        const answer = await publish(vhost, draft.exchange, body);
        sent++;
        routed += answer.routed ? 1 : 0;
        setProgress(sent / times);
      }
    } catch (caught) {
      setError(caught);
    }
    setProgress(undefined);
    if (sent > 0) {
      setOutcome({ sent, routed });
      await refresh();
    }
  }

  return {
    run,
    stop: () => {
      stopped.current = true;
    },
    progress,
    outcome,
    error,
  };
}
