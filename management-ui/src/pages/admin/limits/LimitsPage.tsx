import { api } from '@/api/client';
import { useUserLimits, useUserNames, useVhostLimits } from '@/api/queries/admin';
import { useVhostNames } from '@/api/queries/vhosts';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { formatCount } from '@/format';
import { useSession } from '@/session/useSession';
import { EditedSection } from '../parts/EditedSection';
import type { PlainColumn } from '../parts/PlainTable';
import { userPath, vhostPath } from '../parts/paths';
import { useRowDialog } from '../parts/useDialog';
import { LimitsDialog } from './LimitsDialog';
import { type Limits, type LimitsOf, limitKinds, tellLimits } from './limits';

interface Limited {
  readonly name: string;
  readonly limits: Limits;
}

/** Everything that is limited: virtual hosts and users. */
export default function LimitsPage() {
  const { isAdministrator } = useSession();
  const ofVhosts = useVhostLimits();
  const ofUsers = useUserLimits();
  const vhostNames = useVhostNames();
  const userNames = useUserNames();
  return (
    <Page title="Limits">
      <LimitedList
        of="vhost"
        title="Virtual hosts"
        rows={ofVhosts.data?.map(({ vhost, value }) => ({ name: vhost, limits: value }))}
        error={ofVhosts.error}
        names={vhostNames.data ?? []}
        reason="Every virtual host may have as many connections and queues as the broker can hold."
      />
      <LimitedList
        of="user"
        title="Users"
        rows={ofUsers.data?.map(({ user, value }) => ({ name: user, limits: value }))}
        error={ofUsers.error}
        names={userNames.data ?? []}
        reason={
          isAdministrator
            ? 'Every user may have as many connections and channels as the broker can hold.'
            : 'You have none yourself; those of others are shown to administrators.'
        }
      />
    </Page>
  );
}

interface LimitedListProps {
  readonly of: LimitsOf;
  readonly title: string;
  readonly rows: readonly Limited[] | undefined;
  readonly error: unknown;
  readonly names: readonly string[];
  readonly reason: string;
}

function LimitedList({ of, title, rows, error, names, reason }: LimitedListProps) {
  const { isAdministrator } = useSession();
  const { opened, open, close } = useRowDialog(of);
  const pathOf = of === 'vhost' ? vhostPath : userPath;
  const limitsOf = (name: string) => rows?.find((row) => row.name === name)?.limits ?? {};

  return (
    <EditedSection<Limited>
      title={title}
      label={`Limits of ${title.toLowerCase()}`}
      columns={[
        {
          header: of === 'vhost' ? 'Virtual host' : 'User',
          cell: ({ name }) =>
            isAdministrator ? (
              <AppLink to={pathOf(name)} size="sm" fw={550}>
                {name}
              </AppLink>
            ) : (
              name
            ),
        },
        ...limitKinds[of].map(
          ({ name, unit }): PlainColumn<Limited> => ({
            header: `Most ${unit}`,
            isNumeric: true,
            cell: ({ limits }) => {
              const value = limits[name] ?? -1;
              return value < 0 ? 'no limit' : formatCount(value);
            },
          }),
        ),
      ]}
      rows={rows}
      error={error}
      rowKey={({ name }) => name}
      nameOf={({ name }) => `the limits of ${name}`}
      isReadOnly={!isAdministrator}
      minWidth={440}
      empty={<EmptyState title="No limits" reason={reason} />}
      add={of === 'vhost' ? 'Limit a virtual host' : 'Limit a user'}
      onOpen={open}
      verb="Clear"
      removalOf={({ name, limits }) => ({
        title: `Clear the limits of “${name}”?`,
        losses: [tellLimits(limits)],
        action: 'Clear limits',
        run: () => clearAll(of, name, limits),
        done: `Limits of ${name} are cleared.`,
      })}
    >
      <LimitsDialog
        of={of}
        {...(opened === undefined || opened === '' ? {} : { name: opened })}
        names={names}
        limits={limitsOf}
        isOpen={opened !== undefined}
        onClose={close}
      />
    </EditedSection>
  );
}

async function clearAll(of: LimitsOf, owner: string, limits: Limits) {
  for (const name of Object.keys(limits)) {
    await (of === 'vhost'
      ? api.delete('/api/vhost-limits/{vhost}/{name}', { path: { vhost: owner, name } })
      : api.delete('/api/user-limits/{user}/{name}', { path: { user: owner, name } }));
  }
}
