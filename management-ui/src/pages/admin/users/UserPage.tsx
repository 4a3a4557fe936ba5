import { Button, SimpleGrid, Skeleton } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { type User, usePermissions, useTopicPermissions, useUser } from '@/api/queries/admin';
import { useKeepVhost } from '@/app/useVhost';
import { useConfirm } from '@/components/confirm';
import { ErrorState } from '@/components/ErrorState';
import { notifyError } from '@/components/notify';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { formatCount } from '@/format';
import { useChange } from '@/live/useChange';
import { useSession } from '@/session/useSession';
import { LimitsSection } from '../limits/LimitsSection';
import { tellLimits } from '../limits/limits';
import { PermissionsSection } from '../parts/PermissionsSection';
import { Tags } from '../parts/Tags';
import { TopicPermissionsSection } from '../parts/TopicPermissionsSection';
import { useDialog } from '../parts/useDialog';
import { HasPassword } from './columns';
import { TesterSection } from './TesterSection';
import { UserDialog } from './UserDialog';

/** One user: who it is, what it may do where, and its limits. */
export default function UserPage() {
  const { user: name = '' } = useParams();
  const { data: user, error } = useUser(name);
  const { dialog, open, close } = useDialog();
  const remove = useDeleteUser();
  return (
    <Page
      title={name}
      actions={
        user && (
          <>
            <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => open('edit')}>
              Change user
            </Button>
            <Button
              variant="light"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void remove(user)}
            >
              Delete user
            </Button>
          </>
        )
      }
    >
      {error && user === undefined && (
        <ErrorState message={`The user ${name} cannot be shown: ${describeError(error)}`} />
      )}
      {user === undefined ? (
        !error && <Skeleton h={320} radius="lg" />
      ) : (
        <>
          <Section title="User">
            <SimpleGrid component="dl" m={0} cols={{ base: 1, xs: 2, md: 3 }}>
              <Fact label="Tags" value={<Tags tags={user.tags} none="none: a client, not in these pages" />} />
              <Fact label="Password" value={<HasPassword hash={user.password_hash} />} />
              <Fact label="Hashed by" value={user.hashing_algorithm.replace('rabbit_password_hashing_', '')} />
            </SimpleGrid>
          </Section>
          <PermissionsSection of={{ user: name }} />
          <TopicPermissionsSection of={{ user: name }} />
          <TesterSection user={name} />
          <LimitsSection of="user" name={name} />
          <UserDialog user={user} isOpen={dialog === 'edit'} onClose={close} />
        </>
      )}
    </Page>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: React.ReactNode }) {
  return (
    <div>
      <dt style={{ fontSize: 'var(--mantine-font-size-xs)', color: 'var(--muted)', fontWeight: 500 }}>{label}</dt>
      <dd style={{ margin: '4px 0 0', fontSize: 'var(--mantine-font-size-sm)' }}>{value}</dd>
    </div>
  );
}

/** Asks before a user is deleted, and names what goes with it. */
function useDeleteUser() {
  const { user: me } = useSession();
  const { data: permissions = [] } = usePermissions();
  const { data: topics = [] } = useTopicPermissions();
  const confirm = useConfirm();
  const change = useChange();
  const keep = useKeepVhost();

  return async ({ name, limits = {} }: User) => {
    try {
      const connections = await api.list('/api/connections/username/{user}', {
        path: { user: name },
        query: { columns: 'name' },
      });
      const hosts = permissions.filter(({ user }) => user === name).map(({ vhost }) => vhost);
      const ofTopics = topics.filter(({ user }) => user === name).length;
      confirm({
        title: `Delete user “${name}”?`,
        losses: [
          name === me.name ? 'your own login: you are this user' : 'the user and its password',
          ...(hosts.length === 0 ? [] : [`its permissions in ${hosts.join(', ')}`]),
          ...(ofTopics === 0
            ? []
            : [`${formatCount(ofTopics)} topic ${ofTopics === 1 ? 'permission' : 'permissions'}`]),
          ...(Object.keys(limits).length === 0 ? [] : [`its limits: ${tellLimits(limits)}`]),
          ...(connections.length === 0
            ? []
            : [
                `${formatCount(connections.length)} open ${connections.length === 1 ? 'connection' : 'connections'}, with all exclusive queues`,
              ]),
        ],
        action: 'Delete user',
        ...(name === me.name || connections.length > 0 ? { typed: name } : {}),
        run: () =>
          change.mutateAsync({
            run: () => api.delete('/api/users/{user}', { path: { user: name } }),
            done: `User ${name} is deleted.`,
            to: keep('/admin/users'),
          }),
      });
    } catch (error) {
      notifyError(error);
    }
  };
}
