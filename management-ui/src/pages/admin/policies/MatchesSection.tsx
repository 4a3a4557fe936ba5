import { Badge, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconX } from '@tabler/icons-react';
import { describeError } from '@/api/errors';
import type { Policy, PolicyKind } from '@/api/queries/admin';
import { type Matched, useMatches } from '@/api/queries/matches';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { formatCount, formatMany } from '@/format';
import { mistakeInPattern, writeOut } from '@/session/pattern';
import { policyPath } from '../parts/paths';
import { subjectsOf } from './keys';
import { winnerOver } from './winning';

type Wanted = Pick<Policy, 'vhost' | 'name' | 'pattern' | 'apply-to' | 'definition' | 'priority'>;

interface MatchesSectionProps {
  readonly kind: PolicyKind;
  readonly policy: Wanted;
  readonly others: readonly Policy[];
}

/** What a policy is for, as it is typed: the broker finds the names, and of each is said which policy would hold. */
export function MatchesSection({ kind, policy, others }: MatchesSectionProps) {
  const subjects = subjectsOf(policy['apply-to'], policy.definition);
  const [pattern] = useDebouncedValue(policy.pattern, 200);
  const isReadable = mistakeInPattern(pattern) === undefined;
  const { data, error } = useMatches(policy.vhost, writeOut(pattern), [...subjects], isReadable);
  const rows = (data?.items ?? []).map((item) => ({ item, winner: winnerOver(policy, others, item) }));
  const lost = rows.filter(({ winner }) => winner !== undefined).length;

  return (
    <Section
      title="What it matches now"
      aside={
        data &&
        isReadable && (
          <Text size="sm" c="dimmed" role="status" className="numeric">
            {tellCounts(data.queues, data.exchanges, subjects.has('exchange'))}
          </Text>
        )
      }
    >
      {!isReadable || (error && data === undefined) ? (
        <EmptyState
          title="Nothing can be matched"
          reason={isReadable ? describeError(error) : 'The pattern is no regular expression yet.'}
        />
      ) : data === undefined ? null : data.items.length === 0 ? (
        <EmptyState
          title="Nothing matches now"
          reason={`No ${subjects.has('exchange') ? 'queue or exchange' : 'queue'} of ${policy.vhost} that it applies to has such a name. It will hold for those that come.`}
        />
      ) : (
        <Stack gap="xs">
          {lost > 0 && (
            <Text size="sm" c="dimmed">
              {lost === rows.length ? 'For all of them' : `For ${formatCount(lost)} of them`} another policy goes
              before.
            </Text>
          )}
          <ScrollArea.Autosize mah={520} viewportProps={{ tabIndex: 0, 'aria-label': 'What it matches now' }}>
            <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Matches">
              {rows.map(({ item, winner }) => (
                <Match key={`${item.kind} ${item.name}`} kind={kind} policy={policy} item={item} winner={winner} />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          {data.queues + data.exchanges > rows.length && (
            <Text size="xs" c="dimmed">
              The first {formatCount(rows.length)} are shown.
            </Text>
          )}
        </Stack>
      )}
    </Section>
  );
}

interface MatchProps {
  readonly kind: PolicyKind;
  readonly policy: Wanted;
  readonly item: Matched;
  readonly winner: Pick<Policy, 'vhost' | 'name' | 'priority'> | undefined;
}

function Match({ kind, policy, item, winner }: MatchProps) {
  const now = kind === 'user' ? item.policy : item.operatorPolicy;
  const Icon = winner === undefined ? IconCheck : IconX;
  return (
    <Group
      component="li"
      gap="xs"
      py={6}
      wrap="nowrap"
      style={{ borderTop: '1px solid color-mix(in srgb, var(--line) 60%, transparent)' }}
    >
      <Icon
        size={16}
        stroke={2.4}
        aria-hidden
        style={{ flex: 'none' }}
        color={winner === undefined ? 'var(--series-4)' : 'var(--muted)'}
      />
      <Group gap="xs" justify="space-between" flex={1} miw={0} style={{ rowGap: 0 }}>
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Text size="sm" fw={550} style={{ wordBreak: 'break-all' }}>
            {item.name === '' ? '(default exchange)' : item.name}
          </Text>
          <Badge variant="light" size="sm" tt="none" color={item.kind === 'quorum' ? 'violet' : 'gray'}>
            {item.kind}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed" component="div">
          {winner !== undefined ? (
            <>
              {'stays with '}
              <AppLink to={policyPath(kind, winner.vhost, winner.name)} inherit>
                {winner.name}
              </AppLink>
              {winner.priority === policy.priority
                ? ', first by name'
                : `, of priority ${formatCount(winner.priority)}`}
            </>
          ) : now === policy.name ? (
            'holds already'
          ) : now === undefined ? (
            'would hold'
          ) : (
            `would hold instead of ${now}`
          )}
        </Text>
      </Group>
    </Group>
  );
}

function tellCounts(queues: number, exchanges: number, withExchanges: boolean): string {
  const ofQueues = formatMany(queues, 'queue');
  return withExchanges ? `${ofQueues}, ${formatMany(exchanges, 'exchange')}` : ofQueues;
}
