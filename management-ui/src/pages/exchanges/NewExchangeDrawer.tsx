import { Button, Checkbox, Drawer, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { exchangePath, useRefreshExchanges } from '@/api/queries/exchanges';
import { useKeepVhost, useVhost } from '@/app/useVhost';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, mistakeInRow, toArguments } from '@/components/forms/arguments';
import { notifyDone } from '@/components/notify';
import { ArgumentRefusal, nameRefusal, useMissingToDeclare } from '@/session/DeclarationRefusal';
import { exchangeTypes, typeOf } from './exchangeTypes';

interface NewExchangeDrawerProps {
  /** Where one may be declared. */
  readonly vhosts: readonly string[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewExchangeDrawer({ vhosts, isOpen, onClose }: NewExchangeDrawerProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={<Text fw={650}>New exchange</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <NewExchangeForm vhosts={vhosts} onClose={onClose} />
    </Drawer>
  );
}

async function isThere(vhost: string, name: string): Promise<boolean> {
  const exchanges = await api.list('/api/exchanges/{vhost}', { path: { vhost }, query: { columns: 'name' } });
  return exchanges.some((exchange) => exchange.name === name);
}

function NewExchangeForm({ vhosts, onClose }: Omit<NewExchangeDrawerProps, 'isOpen'>) {
  const chosen = useVhost().vhost;
  const [picked, setVhost] = useState(chosen);
  const vhost = vhosts.find((one) => one === picked) ?? (vhosts.includes('/') ? '/' : vhosts[0]);
  const [name, setName] = useState('');
  const [type, setType] = useState('direct');
  const [isDurable, setDurable] = useState(true);
  const [isAutoDelete, setAutoDelete] = useState(false);
  const [isInternal, setInternal] = useState(false);
  const [rows, setRows] = useState<readonly ArgumentRow[]>([]);
  const [error, setError] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const args = toArguments(rows);
  const missing = useMissingToDeclare('exchange', vhost, name, args);
  const refresh = useRefreshExchanges();
  const navigate = useNavigate();
  const keep = useKeepVhost();

  function chooseType(next: string) {
    setType(next);
    if (next === 'x-delayed-message' && rows.every((row) => row.name !== 'x-delayed-type')) {
      setRows([
        ...rows,
        { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, name: 'x-delayed-type', type: 'string', text: 'direct' },
      ]);
    }
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (vhost === undefined) {
      return;
    }
    setRunning(true);
    setError(undefined);
    try {
      if (await isThere(vhost, name)) {
        setError(`There is an exchange ${name} in the virtual host ${vhost} already.`);
        return;
      }
      await api.put('/api/exchanges/{vhost}/{name}', {
        path: { vhost, name },
        body: {
          type,
          durable: isDurable,
          auto_delete: isAutoDelete,
          internal: isInternal,
          arguments: args,
        },
      });
      await refresh();
      notifyDone(`Exchange ${name} is there.`);
      onClose();
      void navigate(keep(exchangePath({ vhost, name })));
    } catch (caught) {
      setError(describeError(caught));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Stack component="form" onSubmit={submit} gap="md" aria-label="New exchange">
      <Select
        label="Virtual host"
        data={[...vhosts]}
        value={vhost ?? null}
        onChange={(value) => value && setVhost(value)}
        allowDeselect={false}
        searchable
      />
      <TextInput
        label="Name"
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={nameRefusal({ kind: 'exchange', vhost, missing })}
      />
      <Select
        label="Type"
        description={typeOf(type).rule}
        data={exchangeTypes.map((one) => one.name)}
        value={type}
        onChange={(value) => value && chooseType(value)}
        allowDeselect={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Stack gap={8}>
        <Checkbox
          label="Durable"
          description="It is there again after a restart of the broker."
          checked={isDurable}
          onChange={(event) => setDurable(event.currentTarget.checked)}
        />
        <Checkbox
          label="Auto delete"
          description="It goes when the last binding from it is gone."
          checked={isAutoDelete}
          onChange={(event) => setAutoDelete(event.currentTarget.checked)}
        />
        <Checkbox
          label="Internal"
          description="Clients may not publish to it; only other exchanges lead there."
          checked={isInternal}
          onChange={(event) => setInternal(event.currentTarget.checked)}
        />
      </Stack>
      <ArgumentsEditor label="Arguments" rows={rows} onChange={setRows} suggestions={typeOf(type).arguments} />
      <ArgumentRefusal kind="exchange" vhost={vhost} missing={missing} />
      {error !== undefined && <ErrorState message={error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          loading={isRunning}
          disabled={
            name === '' ||
            vhost === undefined ||
            missing !== undefined ||
            rows.some((row) => mistakeInRow(row) !== undefined)
          }
        >
          Create exchange
        </Button>
      </Group>
    </Stack>
  );
}
