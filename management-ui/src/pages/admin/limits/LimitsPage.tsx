import { ActionIcon, Button, Group, Skeleton } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { useUserLimits, useUserNames, useVhostLimits } from '@/api/queries/admin';
import { useVhostNames } from '@/api/queries/vhosts';
import { AppLink } from '@/components/AppLink';
import { useConfirm } from '@/components/confirm';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { formatCount } from '@/format';
import { useChange } from '@/live/useChange';
import { useSession } from '@/session/useSession';
import { type PlainColumn, PlainTable } from '../parts/PlainTable';
import { userPath, vhostPath } from '../parts/paths';
import { useDialog } from '../parts/useDialog';
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
  const { dialog, open, close } = useDialog();
  const confirm = useConfirm();
  const change = useChange();
  const pathOf = of === 'vhost' ? vhostPath : userPath;
  const limitsOf = (name: string) => rows?.find((row) => row.name === name)?.limits ?? {};
  const opened = dialog?.startsWith(`${of}:`) ? dialog.slice(of.length + 1) : undefined;

  const columns: PlainColumn<Limited>[] = [
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
    ...(isAdministrator
      ? [
          {
            header: 'Actions',
            isActions: true,
            width: 96,
            cell: ({ name, limits }: Limited) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Change the limits of ${name}`}
                  onClick={() => open(`${of}:${name}`)}
                >
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={`Clear the limits of ${name}`}
                  onClick={() =>
                    confirm({
                      title: `Clear the limits of “${name}”?`,
                      losses: [tellLimits(limits)],
                      action: 'Clear limits',
                      run: () =>
                        change.mutateAsync({
                          run: () => clearAll(of, name, limits),
                          done: `Limits of ${name} are cleared.`,
                        }),
                    })
                  }
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            ),
          },
        ]
      : []),
  ];

  return (
    <Section
      title={title}
      aside={
        isAdministrator && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => open(`${of}:`)}
          >
            {of === 'vhost' ? 'Limit a virtual host' : 'Limit a user'}
          </Button>
        )
      }
    >
      {error !== null && error !== undefined && <ErrorState message={describeError(error)} />}
      {rows === undefined ? (
        <Skeleton h={80} />
      ) : rows.length === 0 ? (
        <EmptyState title="No limits" reason={reason} />
      ) : (
        <PlainTable
          label={`Limits of ${title.toLowerCase()}`}
          columns={columns}
          rows={rows}
          rowKey={({ name }) => name}
          minWidth={440}
        />
      )}
      <LimitsDialog
        of={of}
        {...(opened === undefined || opened === '' ? {} : { name: opened })}
        names={names}
        limits={limitsOf}
        isOpen={opened !== undefined}
        onClose={close}
      />
    </Section>
  );
}

async function clearAll(of: LimitsOf, owner: string, limits: Limits) {
  for (const name of Object.keys(limits)) {
    await (of === 'vhost'
      ? api.delete('/api/vhost-limits/{vhost}/{name}', { path: { vhost: owner, name } })
      : api.delete('/api/user-limits/{user}/{name}', { path: { user: owner, name } }));
  }
}
