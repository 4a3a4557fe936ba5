import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { type ExchangeName, exchangePath } from '@/api/queries/exchanges';
import { useKeepVhost, useVhost } from '@/app/useVhost';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, mistakeInRow, toArguments } from '@/components/forms/arguments';
import { SideDrawer } from '@/components/SideDrawer';
import { useChange } from '@/live/useChange';
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
    <SideDrawer title="New exchange" isOpen={isOpen} onClose={onClose}>
      <NewExchangeForm vhosts={vhosts} onClose={onClose} />
    </SideDrawer>
  );
}

async function isThere({ vhost, name }: ExchangeName): Promise<boolean> {
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
  const change = useChange();
  const args = toArguments(rows);
  const missing = useMissingToDeclare('exchange', vhost, name, args);
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

  async function create(path: ExchangeName) {
    if (await isThere(path)) {
      throw new Error(`There is an exchange ${path.name} in the virtual host ${path.vhost} already.`);
    }
    await api.put('/api/exchanges/{vhost}/{name}', {
      path: { ...path },
      body: {
        type,
        durable: isDurable,
        auto_delete: isAutoDelete,
        internal: isInternal,
        arguments: args,
      },
    });
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (vhost !== undefined) {
      const path = { vhost, name };
      change.mutate({ run: () => create(path), done: `Exchange ${name} is there.`, to: keep(exchangePath(path)) });
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
      {change.isError && <ErrorState message={describeError(change.error)} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
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
          Create exchange
        </Button>
      </Group>
    </Stack>
  );
}
