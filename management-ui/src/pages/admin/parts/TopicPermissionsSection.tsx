import { Autocomplete, Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { type TopicPermission, useTopicPermissions } from '@/api/queries/admin';
import { mistakeInPattern } from '@/session/pattern';
import { EditedSection } from './EditedSection';
import { Dialog, DialogForm } from './FormDialog';
import { OtherSelect } from './OtherSelect';
import { Pattern, tellPattern } from './Pattern';
import { PatternInput } from './PatternInput';
import { ofOne, otherColumn, type PermissionsOf } from './permissionsOf';
import { useRowDialog } from './useDialog';

const keyOf = ({ vhost, user, exchange }: TopicPermission) => JSON.stringify([vhost, user, exchange]);

/** Which routing keys may be used with which topic exchange. */
export function TopicPermissionsSection({ of }: { readonly of: PermissionsOf }) {
  const { data, error } = useTopicPermissions();
  const { opened, open, close } = useRowDialog('topic');
  return (
    <EditedSection<TopicPermission>
      title="Topic permissions"
      columns={[
        otherColumn(of),
        { header: 'Exchange', cell: ({ exchange }) => (exchange === '' ? 'amq.default' : exchange) },
        { header: 'Publish with', cell: ({ write }) => <Pattern pattern={write} /> },
        { header: 'Bind with', cell: ({ read }) => <Pattern pattern={read} /> },
      ]}
      rows={data && ofOne(data, of)}
      error={error}
      rowKey={keyOf}
      nameOf={({ user, exchange, vhost }) => `the topic permission of ${user} on ${exchange} in ${vhost}`}
      minWidth={560}
      empty={
        <Text size="sm" c="dimmed">
          None: wherever an exchange may be used, any routing key may be used with it.
        </Text>
      }
      add="Set topic permission"
      onOpen={open}
      verb="Clear"
      removalOf={({ user, exchange, vhost, write, read }) => ({
        title: `Clear the topic permission of ${user} on “${exchange}”?`,
        losses: [
          `publish with ${tellPattern(write)}, bind with ${tellPattern(read)}`,
          `the restriction: ${user} may use any routing key with it then`,
        ],
        action: 'Clear topic permission',
        run: () => api.delete('/api/topic-permissions/{vhost}/{user}/{exchange}', { path: { vhost, user, exchange } }),
        done: 'The topic permission is cleared.',
      })}
    >
      <Dialog
        title="Which routing keys may be used"
        isOpen={opened !== undefined && data !== undefined}
        onClose={close}
      >
        <TopicForm of={of} edited={data?.find((one) => keyOf(one) === opened)} onClose={close} />
      </Dialog>
    </EditedSection>
  );
}

interface TopicFormProps {
  readonly of: PermissionsOf;
  readonly edited: TopicPermission | undefined;
  readonly onClose: () => void;
}

function TopicForm({ of, edited, onClose }: TopicFormProps) {
  const isOfUser = 'user' in of;
  const [chosen, setChosen] = useState((isOfUser ? edited?.vhost : edited?.user) ?? '');
  const [exchange, setExchange] = useState(edited?.exchange ?? '');
  const [write, setWrite] = useState(edited?.write ?? '.*');
  const [read, setRead] = useState(edited?.read ?? '.*');
  const [user, vhost] = isOfUser ? [of.user, chosen] : [chosen, of.vhost];
  const exchanges = useTopicExchanges(vhost);
  const isValid = chosen !== '' && exchange !== '' && [write, read].every((one) => mistakeInPattern(one) === undefined);
  return (
    <DialogForm
      action="Set topic permission"
      done={`The topic permission of ${user} is set.`}
      isValid={isValid}
      run={() =>
        api.put('/api/topic-permissions/{vhost}/{user}', { path: { vhost, user }, body: { exchange, write, read } })
      }
      onClose={onClose}
    >
      <OtherSelect of={of} value={chosen} onChange={setChosen} isFixed={edited !== undefined} />
      <Autocomplete
        label="Topic exchange"
        data={exchanges}
        value={exchange}
        onChange={setExchange}
        disabled={edited !== undefined}
        placeholder="amq.topic"
      />
      <PatternInput label="Publish with" description="Routing keys of messages" value={write} onChange={setWrite} />
      <PatternInput label="Bind with" description="Routing keys of bindings" value={read} onChange={setRead} />
      <Text size="xs" c="dimmed">
        <Code>{'{username}'}</Code> and <Code>{'{vhost}'}</Code> stand for the user and the virtual host:{' '}
        <Code>{'^{username}\\.'}</Code> leaves everyone the keys that begin with their own name.
      </Text>
    </DialogForm>
  );
}

function useTopicExchanges(vhost: string): string[] {
  const { data = [] } = useQuery({
    queryKey: ['exchanges', 'topic', vhost] as const,
    queryFn: ({ signal }) =>
      api.list('/api/exchanges/{vhost}', { path: { vhost }, query: { columns: 'name,type' }, signal }),
    enabled: vhost !== '',
  });
  return data.filter(({ type }) => type === 'topic').map(({ name }) => name);
}
