import { Alert, Code, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '@/api/client';
import { type Permission, usePermissions } from '@/api/queries/admin';
import { EmptyState } from '@/components/EmptyState';
import { mistakeInPattern } from '@/session/pattern';
import { EditedSection } from './EditedSection';
import { Dialog, DialogForm } from './FormDialog';
import { OtherSelect } from './OtherSelect';
import { Pattern, tellPattern } from './Pattern';
import { PatternInput } from './PatternInput';
import { ofOne, otherColumn, type PermissionsOf } from './permissionsOf';
import { useRowDialog } from './useDialog';

/** Who may do what: of one user in all virtual hosts, or of all users in one. */
export function PermissionsSection({ of }: { readonly of: PermissionsOf }) {
  const { data, error } = usePermissions();
  const { opened, open, close } = useRowDialog('permission');
  const isOfUser = 'user' in of;
  const otherOf = (one: Permission) => (isOfUser ? one.vhost : one.user);
  return (
    <EditedSection<Permission>
      title="Permissions"
      columns={[
        otherColumn(of),
        { header: 'Configure', cell: ({ configure }) => <Pattern pattern={configure} /> },
        { header: 'Write', cell: ({ write }) => <Pattern pattern={write} /> },
        { header: 'Read', cell: ({ read }) => <Pattern pattern={read} /> },
      ]}
      rows={data && ofOne(data, of)}
      error={error}
      rowKey={otherOf}
      nameOf={(one) => `the permission ${isOfUser ? 'in' : 'of'} ${otherOf(one)}`}
      minWidth={560}
      empty={
        <EmptyState
          title="No permissions"
          reason={
            isOfUser
              ? `${of.user} cannot open any virtual host: a permission, were it for nothing, lets it in.`
              : `Nobody can open ${of.vhost}: set a permission for a user.`
          }
        />
      }
      add="Set permission"
      onOpen={open}
      verb="Clear"
      removalOf={({ user, vhost, configure, write, read }) => ({
        title: `Clear what ${user} may do in “${vhost}”?`,
        losses: [
          `configure ${tellPattern(configure)}, write ${tellPattern(write)}, read ${tellPattern(read)}`,
          `${user} cannot open ${vhost} any more`,
        ],
        action: 'Clear permission',
        run: () => api.delete('/api/permissions/{vhost}/{user}', { path: { vhost, user } }),
        done: `${user} may do nothing in ${vhost} any more.`,
      })}
    >
      <Dialog
        title={isOfUser ? `What ${of.user} may do` : `Who may do what in ${of.vhost}`}
        isOpen={opened !== undefined}
        onClose={close}
      >
        <PermissionForm of={of} other={opened ?? ''} all={data ?? []} onClose={close} />
      </Dialog>
    </EditedSection>
  );
}

interface PermissionFormProps {
  readonly of: PermissionsOf;
  readonly other: string;
  readonly all: readonly Permission[];
  readonly onClose: () => void;
}

function PermissionForm({ of, other, all, onClose }: PermissionFormProps) {
  const [chosen, setChosen] = useState(other);
  const [user, vhost] = 'user' in of ? [of.user, chosen] : [chosen, of.vhost];
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
      <OtherSelect
        of={of}
        value={chosen}
        onChange={(name) => {
          setChosen(name);
          setTyped({});
        }}
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
function PatternHint() {
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
