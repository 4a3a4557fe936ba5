import { ActionIcon, Alert, Button, Code, Group, Select, Skeleton, Text } from '@mantine/core';
import { IconInfoCircle, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { type Permission, usePermissions, useUserNames } from '@/api/queries/admin';
import { useVhostNames } from '@/api/queries/vhosts';
import { AppLink } from '@/components/AppLink';
import { useConfirm } from '@/components/confirm';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Section } from '@/components/Section';
import { useChange } from '@/live/useChange';
import { mistakeInPattern } from '@/session/pattern';
import { Dialog, DialogForm } from './FormDialog';
import { PatternInput } from './PatternInput';
import { type PlainColumn, PlainTable } from './PlainTable';
import { userPath, vhostPath } from './paths';
import { useDialog } from './useDialog';

/** Of whom, or where: the other one is what the rows are. */
export type PermissionsOf = { readonly user: string } | { readonly vhost: string };

/** Who may do what: of one user in all virtual hosts, or of all users in one. */
export function PermissionsSection({ of }: { readonly of: PermissionsOf }) {
  const { data, error } = usePermissions();
  const { dialog, open, close } = useDialog();
  const confirm = useConfirm();
  const change = useChange();
  const isOfUser = 'user' in of;
  const rows = data?.filter((one) => (isOfUser ? one.user === of.user : one.vhost === of.vhost));
  const otherOf = (one: Permission) => (isOfUser ? one.vhost : one.user);
  const opened = dialog?.startsWith('permission:') ? dialog.slice('permission:'.length) : undefined;

  const columns: PlainColumn<Permission>[] = [
    {
      header: isOfUser ? 'Virtual host' : 'User',
      cell: (one) => (
        <AppLink to={isOfUser ? vhostPath(one.vhost) : userPath(one.user)} size="sm" fw={550}>
          {otherOf(one)}
        </AppLink>
      ),
    },
    { header: 'Configure', cell: ({ configure }) => <Pattern pattern={configure} /> },
    { header: 'Write', cell: ({ write }) => <Pattern pattern={write} /> },
    { header: 'Read', cell: ({ read }) => <Pattern pattern={read} /> },
    {
      header: 'Actions',
      isActions: true,
      width: 96,
      cell: (one) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Change the permission ${isOfUser ? 'in' : 'of'} ${otherOf(one)}`}
            onClick={() => open(`permission:${otherOf(one)}`)}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`Clear the permission ${isOfUser ? 'in' : 'of'} ${otherOf(one)}`}
            onClick={() =>
              confirm({
                title: `Clear what ${one.user} may do in “${one.vhost}”?`,
                losses: [
                  `configure ${tellPattern(one.configure)}, write ${tellPattern(one.write)}, read ${tellPattern(one.read)}`,
                  `${one.user} cannot open ${one.vhost} any more`,
                ],
                action: 'Clear permission',
                run: () =>
                  change.mutateAsync({
                    run: () =>
                      api.delete('/api/permissions/{vhost}/{user}', { path: { vhost: one.vhost, user: one.user } }),
                    done: `${one.user} may do nothing in ${one.vhost} any more.`,
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
      title="Permissions"
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => open('permission:')}
        >
          Set permission
        </Button>
      }
    >
      {error && <ErrorState message={describeError(error)} />}
      {rows === undefined ? (
        <Skeleton h={80} />
      ) : rows.length === 0 ? (
        <EmptyState
          title="No permissions"
          reason={
            isOfUser
              ? `${of.user} cannot open any virtual host: a permission, were it for nothing, lets it in.`
              : `Nobody can open ${of.vhost}: set a permission for a user.`
          }
        />
      ) : (
        <PlainTable label="Permissions" columns={columns} rows={rows} rowKey={otherOf} minWidth={560} />
      )}
      <Dialog
        title={isOfUser ? `What ${of.user} may do` : `Who may do what in ${of.vhost}`}
        isOpen={opened !== undefined}
        onClose={close}
      >
        <PermissionForm of={of} other={opened ?? ''} all={data ?? []} onClose={close} />
      </Dialog>
    </Section>
  );
}

interface PermissionFormProps {
  readonly of: PermissionsOf;
  readonly other: string;
  readonly all: readonly Permission[];
  readonly onClose: () => void;
}

function PermissionForm({ of, other, all, onClose }: PermissionFormProps) {
  const vhosts = useVhostNames();
  const users = useUserNames();
  const isOfUser = 'user' in of;
  const [chosen, setChosen] = useState(other);
  const [user, vhost] = isOfUser ? [of.user, chosen] : [chosen, of.vhost];
  const now = all.find((one) => one.user === user && one.vhost === vhost);
  const [typed, setTyped] = useState<Partial<Pick<Permission, 'configure' | 'write' | 'read'>>>({});
  const body = {
    configure: typed.configure ?? now?.configure ?? '.*',
    write: typed.write ?? now?.write ?? '.*',
    read: typed.read ?? now?.read ?? '.*',
  };
  const isValid = chosen !== '' && Object.values(body).every((pattern) => mistakeInPattern(pattern) === undefined);
  return (
    <DialogForm
      action="Set permission"
      done={`What ${user} may do in ${vhost} is set.`}
      isValid={isValid}
      run={() => api.put('/api/permissions/{vhost}/{user}', { path: { vhost, user }, body })}
      onClose={onClose}
    >
      <Select
        label={isOfUser ? 'Virtual host' : 'User'}
        data={(isOfUser ? vhosts.data : users.data) ?? []}
        value={chosen === '' ? null : chosen}
        onChange={(name) => {
          setChosen(name ?? '');
          setTyped({});
        }}
        placeholder="choose"
        allowDeselect={false}
        searchable
      />
      <PatternInput
        label="Configure"
        description="Queues and exchanges that may be declared and deleted"
        value={body.configure}
        onChange={(configure) => setTyped({ ...typed, configure })}
      />
      <PatternInput
        label="Write"
        description="Exchanges that may be published to, queues that may be bound"
        value={body.write}
        onChange={(write) => setTyped({ ...typed, write })}
      />
      <PatternInput
        label="Read"
        description="Queues that may be consumed from and purged, exchanges that may be bound to"
        value={body.read}
        onChange={(read) => setTyped({ ...typed, read })}
      />
      <PatternHint />
    </DialogForm>
  );
}

/** How the patterns of permissions are read. */
export function PatternHint() {
  return (
    <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />} p="xs">
      <Text size="xs">
        Regular expressions that match anywhere in a name: <Code>^orders\.</Code> is what begins with it,{' '}
        <Code>^orders$</Code> only itself. The empty one allows nothing; <Code>amq.default</Code> stands for the
        exchange without a name.
      </Text>
    </Alert>
  );
}

/** A pattern as it stands; what says everything or nothing is said in words. */
export function Pattern({ pattern }: { readonly pattern: string }) {
  return pattern === '' ? (
    <Text size="sm" c="dimmed" span>
      nothing
    </Text>
  ) : (
    <Code style={{ wordBreak: 'break-all' }}>{pattern}</Code>
  );
}

export function tellPattern(pattern: string): string {
  return pattern === '' ? 'nothing' : pattern;
}
