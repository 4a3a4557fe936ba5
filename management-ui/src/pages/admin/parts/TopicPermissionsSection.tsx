import { ActionIcon, Autocomplete, Button, Code, Group, Select, Skeleton, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { type TopicPermission, useTopicPermissions, useUserNames } from '@/api/queries/admin';
import { useVhostNames } from '@/api/queries/vhosts';
import { AppLink } from '@/components/AppLink';
import { useConfirm } from '@/components/confirm';
import { ErrorState } from '@/components/ErrorState';
import { Section } from '@/components/Section';
import { useChange } from '@/live/useChange';
import { mistakeInPattern } from '@/session/pattern';
import { Dialog, DialogForm } from './FormDialog';
import { PatternInput } from './PatternInput';
import { Pattern, type PermissionsOf, tellPattern } from './PermissionsSection';
import { type PlainColumn, PlainTable } from './PlainTable';
import { userPath, vhostPath } from './paths';
import { useDialog } from './useDialog';

/** Which routing keys may be used with which topic exchange. */
export function TopicPermissionsSection({ of }: { readonly of: PermissionsOf }) {
  const { data, error } = useTopicPermissions();
  const { dialog, open, close } = useDialog();
  const confirm = useConfirm();
  const change = useChange();
  const [edited, setEdited] = useState<TopicPermission>();
  const isOfUser = 'user' in of;
  const rows = data?.filter((one) => (isOfUser ? one.user === of.user : one.vhost === of.vhost));
  const keyOf = ({ vhost, user, exchange }: TopicPermission) => JSON.stringify([vhost, user, exchange]);

  const columns: PlainColumn<TopicPermission>[] = [
    {
      header: isOfUser ? 'Virtual host' : 'User',
      cell: (one) => (
        <AppLink to={isOfUser ? vhostPath(one.vhost) : userPath(one.user)} size="sm" fw={550}>
          {isOfUser ? one.vhost : one.user}
        </AppLink>
      ),
    },
    { header: 'Exchange', cell: ({ exchange }) => (exchange === '' ? 'amq.default' : exchange) },
    { header: 'Publish with', cell: ({ write }) => <Pattern pattern={write} /> },
    { header: 'Bind with', cell: ({ read }) => <Pattern pattern={read} /> },
    {
      header: 'Actions',
      isActions: true,
      width: 96,
      cell: (one) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Change the topic permission of ${one.user} on ${one.exchange} in ${one.vhost}`}
            onClick={() => {
              setEdited(one);
              open('topic');
            }}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`Clear the topic permission of ${one.user} on ${one.exchange} in ${one.vhost}`}
            onClick={() =>
              confirm({
                title: `Clear the topic permission of ${one.user} on “${one.exchange}”?`,
                losses: [
                  `publish with ${tellPattern(one.write)}, bind with ${tellPattern(one.read)}`,
                  `the restriction: ${one.user} may use any routing key with it then`,
                ],
                action: 'Clear topic permission',
                run: () =>
                  change.mutateAsync({
                    run: () =>
                      api.delete('/api/topic-permissions/{vhost}/{user}/{exchange}', {
                        path: { vhost: one.vhost, user: one.user, exchange: one.exchange },
                      }),
                    done: 'The topic permission is cleared.',
                  }),
              })
            }
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ),
    },
  ];

  return (
    <Section
      title="Topic permissions"
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            setEdited(undefined);
            open('topic');
          }}
        >
          Set topic permission
        </Button>
      }
    >
      {error && <ErrorState message={describeError(error)} />}
      {rows === undefined ? (
        <Skeleton h={60} />
      ) : rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          None: wherever an exchange may be used, any routing key may be used with it.
        </Text>
      ) : (
        <PlainTable label="Topic permissions" columns={columns} rows={rows} rowKey={keyOf} minWidth={560} />
      )}
      <Dialog title="Which routing keys may be used" isOpen={dialog === 'topic'} onClose={close}>
        <TopicForm of={of} edited={edited} onClose={close} />
      </Dialog>
    </Section>
  );
}

interface TopicFormProps {
  readonly of: PermissionsOf;
  readonly edited: TopicPermission | undefined;
  readonly onClose: () => void;
}

function TopicForm({ of, edited, onClose }: TopicFormProps) {
  const vhosts = useVhostNames();
  const users = useUserNames();
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
      <Select
        label={isOfUser ? 'Virtual host' : 'User'}
        data={(isOfUser ? vhosts.data : users.data) ?? []}
        value={chosen === '' ? null : chosen}
        onChange={(name) => setChosen(name ?? '')}
        placeholder="choose"
        disabled={edited !== undefined}
        allowDeselect={false}
        searchable
      />
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
