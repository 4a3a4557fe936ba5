import { ActionIcon, Badge, Button, Code, Group, Paper, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { IconFilter, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { describeError } from '@/api/errors';
import { type Policy, type PolicyKind, usePolicies } from '@/api/queries/admin';
import { useAddress, withParameter } from '@/app/useAddress';
import { useKeepVhost, useVhost } from '@/app/useVhost';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { formatCount } from '@/format';
import { useSession } from '@/session/useSession';
import { type PlainColumn, PlainTable } from '../parts/PlainTable';
import { newPolicyPath, policyPath } from '../parts/paths';
import { DefinitionBadges } from './DefinitionBadges';
import { tellSubjects } from './keys';
import { useDeletePolicy } from './useDeletePolicy';
import { beats } from './winning';

/** The policies of users and those of operators, in the order in which they are tried. */
export default function PoliciesPage() {
  const [search, change] = useAddress();
  const kind: PolicyKind = search.get('kind') === 'operator' ? 'operator' : 'user';
  const filter = search.get('filter') ?? '';
  const { vhost } = useVhost();
  const { data, error } = usePolicies(kind);
  const { isAdministrator, isPolicymaker } = useSession();
  const mayChange = kind === 'user' ? isPolicymaker : isAdministrator;
  const keep = useKeepVhost();
  const rows = data
    ?.filter((one) => vhost === undefined || one.vhost === vhost)
    .filter(({ name, pattern }) => filter === '' || `${name} ${pattern}`.toLowerCase().includes(filter.toLowerCase()))
    .sort((one, other) => one.vhost.localeCompare(other.vhost) || (beats(one, other) ? -1 : 1));
  const set = (key: string, value: string) => change((old) => withParameter(old, key, value));

  return (
    <Page
      title="Policies"
      aside={
        rows && (
          <Badge variant="light" color="gray" size="lg" className="numeric">
            {formatCount(rows.length)}
          </Badge>
        )
      }
      actions={
        mayChange && (
          <Button component={Link} to={keep(newPolicyPath(kind))} leftSection={<IconPlus size={16} aria-hidden />}>
            {kind === 'user' ? 'Add policy' : 'Add operator policy'}
          </Button>
        )
      }
    >
      <Group gap="xs">
        <SegmentedControl
          aria-label="Kind of policies"
          data={[
            { value: 'user', label: 'Policies' },
            { value: 'operator', label: 'Operator policies' },
          ]}
          value={kind}
          onChange={(chosen) => set('kind', chosen === 'user' ? '' : chosen)}
        />
        <TextInput
          data-filter
          aria-label="Filter"
          placeholder="Filter: name or pattern"
          value={filter}
          onChange={(event) => set('filter', event.currentTarget.value)}
          leftSection={<IconFilter size={16} aria-hidden />}
          flex="1 1 220px"
        />
      </Group>
      {error && data === undefined && <ErrorState message={describeError(error)} />}
      {rows === undefined ? (
        !error && <Skeleton h={200} radius="lg" />
      ) : (
        <Paper withBorder radius="lg" bg="var(--surface)" p={4}>
          {rows.length === 0 ? (
            <NoPolicies kind={kind} isFiltered={filter !== '' && (data?.length ?? 0) > 0} />
          ) : (
            <PolicyTable kind={kind} rows={rows} mayChange={mayChange} />
          )}
        </Paper>
      )}
    </Page>
  );
}

function NoPolicies({ kind, isFiltered }: { readonly kind: PolicyKind; readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="Nothing matches the filter" reason="No policy has that in its name or pattern." />
  ) : (
    <EmptyState
      title={kind === 'user' ? 'No policies' : 'No operator policies'}
      reason={
        kind === 'user'
          ? 'Queues and exchanges are as their own arguments say. A policy sets limits, dead letters and the like for all whose names match a pattern.'
          : 'Nothing bounds what the users’ policies and arguments say. An operator policy sets limits that hold beside them: the lower one counts.'
      }
    />
  );
}

interface PolicyTableProps {
  readonly kind: PolicyKind;
  readonly rows: readonly Policy[];
  readonly mayChange: boolean;
}

function PolicyTable({ kind, rows, mayChange }: PolicyTableProps) {
  const remove = useDeletePolicy();
  const keep = useKeepVhost();
  const columns: PlainColumn<Policy>[] = [
    {
      header: 'Name',
      cell: ({ vhost, name }) =>
        mayChange ? (
          <AppLink to={policyPath(kind, vhost, name)} size="sm" fw={550}>
            {name}
          </AppLink>
        ) : (
          name
        ),
    },
    { header: 'Virtual host', cell: ({ vhost }) => vhost },
    { header: 'Pattern', cell: ({ pattern }) => <Code style={{ wordBreak: 'break-all' }}>{pattern}</Code> },
    { header: 'Applies to', cell: (policy) => tellSubjects(policy['apply-to']) },
    { header: 'Definition', cell: ({ definition }) => <DefinitionBadges definition={definition} /> },
    { header: 'Priority', isNumeric: true, cell: ({ priority }) => formatCount(priority) },
    ...(mayChange
      ? [
          {
            header: 'Actions',
            isActions: true,
            width: 96,
            cell: (policy: Policy) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <ActionIcon
                  component={Link}
                  to={keep(policyPath(kind, policy.vhost, policy.name))}
                  variant="subtle"
                  color="gray"
                  aria-label={`Change ${policy.name} in ${policy.vhost}`}
                >
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={`Delete ${policy.name} in ${policy.vhost}`}
                  onClick={() => void remove(kind, policy)}
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
    <PlainTable
      label={kind === 'user' ? 'Policies' : 'Operator policies'}
      columns={columns}
      rows={rows}
      rowKey={({ vhost, name }) => JSON.stringify([vhost, name])}
      minWidth={860}
    />
  );
}
