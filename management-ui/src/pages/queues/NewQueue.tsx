import { Button, Checkbox, Group, Input, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { queuePath } from '@/api/queries/queue';
import { useAddress, withParameter } from '@/app/useAddress';
import { useKeepVhost, useVhost } from '@/app/useVhost';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, mistakeInRow } from '@/components/forms/arguments';
import { SideDrawer } from '@/components/SideDrawer';
import { useChange } from '@/live/useChange';
import { ArgumentRefusal, nameRefusal, useMissingToDeclare } from '@/session/DeclarationRefusal';
import { useDeclarable } from '@/session/useRights';
import { type QueueType, suggestionsFor, toDeclaration } from './declaration';

/** A button, and the form that it opens; that it is open stands in the address. */
export function NewQueue() {
  const vhosts = useDeclarable(useVhost().vhost);
  const [search, change] = useAddress();
  if (vhosts.length === 0) {
    return null;
  }
  const close = () => change((old) => withParameter(old, 'do', undefined));
  return (
    <>
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => change((old) => withParameter(old, 'do', 'new'), true)}
      >
        New queue
      </Button>
      <SideDrawer title="New queue" isOpen={search.get('do') === 'new'} onClose={close}>
        <NewQueueForm vhosts={vhosts} onClose={close} />
      </SideDrawer>
    </>
  );
}

const descriptions: Readonly<Record<QueueType, string>> = {
  classic: 'Fast; with priorities, and temporary when wanted.',
  quorum: 'Always kept on disk, with a limit of failed deliveries.',
};

interface NewQueueFormProps {
  /** Where one may be declared. */
  readonly vhosts: readonly string[];
  readonly onClose: () => void;
}

function NewQueueForm({ vhosts, onClose }: NewQueueFormProps) {
  const { vhost: shown } = useVhost();
  const [chosen, setChosen] = useState(shown);
  const vhost = vhosts.find((one) => one === chosen) ?? (vhosts.includes('/') ? '/' : vhosts[0]);
  const [name, setName] = useState('');
  const [type, setType] = useState<QueueType>('classic');
  const [isDurable, setDurable] = useState(true);
  const [isAutoDelete, setAutoDelete] = useState(false);
  const [rows, setRows] = useState<readonly ArgumentRow[]>([]);
  const change = useChange();
  const body = toDeclaration({ type, isDurable, isAutoDelete, rows });
  const missing = useMissingToDeclare('queue', vhost, name, body.arguments ?? {});
  const keep = useKeepVhost();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (vhost === undefined) {
      return;
    }
    change.mutate({
      run: async () => {
        await api.put('/api/queues/{vhost}/{name}', { path: { vhost, name }, body });
        onClose();
      },
      done: `Queue ${name} is there.`,
      to: keep(queuePath({ vhost, name })),
    });
  }

  return (
    <Stack component="form" gap="md" onSubmit={submit} aria-label="New queue">
      <Select
        label="Virtual host"
        data={[...vhosts]}
        value={vhost ?? null}
        onChange={(value) => value !== null && setChosen(value)}
        allowDeselect={false}
      />
      <TextInput
        label="Name"
        required
        maxLength={255}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        error={nameRefusal({ kind: 'queue', vhost, missing })}
      />
      <Input.Wrapper label="Type" description={descriptions[type]} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={6}
          aria-label="Type"
          value={type}
          onChange={(value) => setType(value as QueueType)}
          data={[
            { value: 'classic', label: 'Classic' },
            { value: 'quorum', label: 'Quorum' },
          ]}
        />
      </Input.Wrapper>
      {type === 'classic' && (
        <Group gap="lg">
          <Checkbox
            label="Durable"
            description="It is there again after a restart"
            checked={isDurable}
            onChange={(event) => setDurable(event.currentTarget.checked)}
          />
          <Checkbox
            label="Auto-delete"
            description="It goes with its last consumer"
            checked={isAutoDelete}
            onChange={(event) => setAutoDelete(event.currentTarget.checked)}
          />
        </Group>
      )}
      <ArgumentsEditor label="Arguments" rows={rows} onChange={setRows} suggestions={suggestionsFor[type]} />
      <ArgumentRefusal kind="queue" vhost={vhost} missing={missing} />
      {change.isError && <ErrorState message={describeError(change.error)} />}
      <Group justify="flex-end">
        <Button
          type="submit"
          loading={change.isPending}
          disabled={
            name === '' ||
            vhost === undefined ||
            missing !== undefined ||
            rows.some((row) => mistakeInRow(row) !== undefined)
          }
        >
          Create the queue
        </Button>
      </Group>
    </Stack>
  );
}
