import {
  Autocomplete,
  Button,
  Checkbox,
  Collapse,
  Group,
  NumberInput,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { describeError } from '@/api/errors';
import { useExchangeNames } from '@/api/queries/queue';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { SideDrawer } from '@/components/SideDrawer';
import { KeyRefusal, Refusal } from '@/session/Refusal';
import { useIsTopic, useRights } from '@/session/useRights';
import { OutcomeAlert } from './OutcomeAlert';
import { PayloadField } from './PayloadField';
import { type Draft, mistakeIn, textProperties } from './publication';
import { usePublishing } from './usePublishing';

interface PublishDrawerProps {
  readonly vhost: string;
  /** What the form begins with. */
  readonly draft: Draft;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const DEFAULT_EXCHANGE = '(default)';

/** Publishes a message as often as wanted, and tells whether it went into a queue. What was typed stays for the next. */
export function PublishDrawer({ vhost, draft: initial, title, isOpen, onClose }: PublishDrawerProps) {
  return (
    <SideDrawer title={title} isOpen={isOpen} onClose={onClose}>
      <PublishForm vhost={vhost} initial={initial} />
    </SideDrawer>
  );
}

function PublishForm({ vhost, initial }: { readonly vhost: string; readonly initial: Draft }) {
  const [draft, setDraft] = useState(initial);
  const [times, setTimes] = useState(1);
  const [areOpen, setOpen] = useState(Object.values(initial.properties).some((value) => value !== ''));
  const { run, stop, progress, outcome, error } = usePublishing(vhost);
  const { data: exchanges = [] } = useExchangeNames(vhost);
  const { may, refusedBy } = useRights();
  const isTopic = useIsTopic(vhost);
  const mistake = mistakeIn(draft);
  const isRefused = !may('write', vhost, draft.exchange);
  const keyPattern = isTopic(draft.exchange) ? refusedBy('write', vhost, draft.exchange, draft.routingKey) : undefined;
  const set = (changes: Partial<Draft>) => setDraft((old) => ({ ...old, ...changes }));

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
      <PayloadField payload={draft.payload} encoding={draft.encoding} onChange={set} />
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
