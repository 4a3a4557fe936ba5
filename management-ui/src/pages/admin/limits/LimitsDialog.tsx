import { NumberInput, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { api } from '@/api/client';
import { Dialog, DialogForm } from '../parts/FormDialog';
import { changesOf, type Limits, type LimitsOf, limitKinds } from './limits';

interface LimitsDialogProps {
  readonly of: LimitsOf;
  /** Whose; chosen from `names` when there is none. */
  readonly name?: string;
  readonly names?: readonly string[];
  readonly limits: (name: string) => Limits;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function LimitsDialog({ isOpen, onClose, ...form }: LimitsDialogProps) {
  const what = form.of === 'vhost' ? 'virtual host' : 'user';
  const title = form.name === undefined ? `Limit a ${what}` : `Limits of ${what} ${form.name}`;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <LimitsForm {...form} onClose={onClose} />
    </Dialog>
  );
}

function LimitsForm({ of, name: given, names = [], limits, onClose }: Omit<LimitsDialogProps, 'isOpen'>) {
  const [name, setName] = useState(given ?? names[0] ?? '');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const before = limits(name);
  const after = Object.fromEntries(
    limitKinds[of].map((kind) => {
      const now = before[kind.name];
      return [kind.name, typed[kind.name] ?? (now === undefined || now < 0 ? '' : String(now))];
    }),
  );

  async function run() {
    for (const change of changesOf(before, after)) {
      await (of === 'vhost' ? setOfVhost(name, change) : setOfUser(name, change));
    }
  }

  return (
    <DialogForm
      action="Set limits"
      done={`Limits of ${name} are set.`}
      isValid={name !== ''}
      run={run}
      onClose={onClose}
    >
      {given === undefined && (
        <Select
          label={of === 'vhost' ? 'Virtual host' : 'User'}
          data={[...names]}
          value={name}
          onChange={(chosen) => {
            setName(chosen ?? '');
            setTyped({});
          }}
          allowDeselect={false}
          searchable
        />
      )}
      {limitKinds[of].map((kind) => (
        <NumberInput
          key={`${name} ${kind.name}`}
          label={`Most ${kind.unit}`}
          placeholder="no limit"
          value={after[kind.name] === '' ? '' : Number(after[kind.name])}
          onChange={(value) => setTyped({ ...typed, [kind.name]: String(value) })}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
        />
      ))}
      <Text size="xs" c="dimmed">
        An empty field is no limit; 0 allows none at all. What is there already stays, whatever its number.
      </Text>
    </DialogForm>
  );
}

interface LimitChange {
  readonly name: string;
  readonly value: number | undefined;
}

function setOfVhost(vhost: string, { name, value }: LimitChange) {
  const path = { vhost, name };
  return value === undefined
    ? api.delete('/api/vhost-limits/{vhost}/{name}', { path })
    : api.put('/api/vhost-limits/{vhost}/{name}', { path, body: { value } });
}

function setOfUser(user: string, { name, value }: LimitChange) {
  const path = { user, name };
  return value === undefined
    ? api.delete('/api/user-limits/{user}/{name}', { path })
    : api.put('/api/user-limits/{user}/{name}', { path, body: { value } });
}
