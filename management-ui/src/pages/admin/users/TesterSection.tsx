import { Code, Group, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { usePermissions, useTopicPermissions } from '@/api/queries/admin';
import { useVhostNames } from '@/api/queries/vhosts';
import { useAddress, withParameter } from '@/app/useAddress';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { defaultExchange } from '@/session/rights';
import { Pattern } from '../parts/Pattern';
import { type Judgement, judge, judgeKey } from './tester';

/** What may the user do with this queue, or this exchange? Found from the patterns as they stand; the question stands in the address. */
export function TesterSection({ user }: { readonly user: string }) {
  const [search, change] = useAddress();
  const permissions = usePermissions();
  const topics = useTopicPermissions();
  const { data: vhosts = [] } = useVhostNames();
  const mine = (permissions.data ?? []).filter((one) => one.user === user);
  const vhost = search.get('in') ?? mine[0]?.vhost ?? vhosts[0] ?? '/';
  const kind = search.get('what') === 'exchange' ? 'exchange' : 'queue';
  const name = search.get('name') ?? '';
  const key = search.get('key') ?? '';
  const set = (changes: Record<string, string>) =>
    change((old) => Object.entries(changes).reduce((next, [one, value]) => withParameter(next, one, value), old));
  const grants = mine.find((one) => one.vhost === vhost);
  const topic = (topics.data ?? []).find(
    (one) => one.user === user && one.vhost === vhost && one.exchange === (name === defaultExchange ? '' : name),
  );
  const judgements =
    grants === undefined
      ? []
      : [...judge(grants, kind, name), ...(kind === 'exchange' && key !== '' ? judgeKey(topic, key) : [])];

  return (
    <Section title={`What may ${user} do?`}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: kind === 'exchange' ? 4 : 3 }} spacing="sm">
        <Select
          label="In the virtual host"
          data={[...new Set([...vhosts, vhost])]}
          value={vhost}
          onChange={(chosen) => chosen !== null && set({ in: chosen })}
          allowDeselect={false}
          searchable
        />
        <Stack gap={2}>
          <Text size="sm" fw={600} id="tester-kind">
            With
          </Text>
          <SegmentedControl
            aria-labelledby="tester-kind"
            data={[
              { value: 'queue', label: 'a queue' },
              { value: 'exchange', label: 'an exchange' },
            ]}
            value={kind}
            onChange={(chosen) => set({ what: chosen === 'queue' ? '' : chosen })}
          />
        </Stack>
        <TextInput
          label={kind === 'queue' ? 'Name of the queue' : 'Name of the exchange'}
          value={name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          placeholder={kind === 'queue' ? 'orders' : 'empty: the default exchange'}
          spellCheck={false}
        />
        {kind === 'exchange' && (
          <TextInput
            label="Routing key, if it is a topic exchange"
            value={key}
            onChange={(event) => set({ key: event.currentTarget.value })}
            placeholder="order.created"
            spellCheck={false}
          />
        )}
      </SimpleGrid>
      {permissions.data === undefined ? null : grants === undefined ? (
        <EmptyState title="Nothing at all" reason={`${user} has no permission in ${vhost}, and cannot open it.`} />
      ) : kind === 'queue' && name === '' ? (
        <Text size="sm" c="dimmed">
          Type the name of a queue; it need not be there.
        </Text>
      ) : (
        <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="What is allowed">
          {judgements.map((judgement) => (
            <Verdict key={judgement.deed} judgement={judgement} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

const verdicts = {
  true: { icon: IconCheck, color: 'var(--series-4)', word: 'allowed' },
  false: { icon: IconX, color: 'var(--series-6)', word: 'refused' },
  undefined: { icon: IconQuestionMark, color: 'var(--mantine-color-dimmed)', word: 'only the broker can tell' },
} as const;

function Verdict({ judgement: { deed, right, pattern, isAllowed, note } }: { readonly judgement: Judgement }) {
  const { icon: Icon, color, word } = verdicts[`${isAllowed}`];
  return (
    <Group
      component="li"
      gap="sm"
      py={8}
      wrap="nowrap"
      align="flex-start"
      style={{ borderTop: '1px solid color-mix(in srgb, var(--line) 60%, transparent)' }}
    >
      <Icon size={18} stroke={2.4} color={color} aria-hidden style={{ flex: 'none', marginTop: 1 }} />
      <Group gap={6} style={{ rowGap: 2 }} flex={1} justify="space-between">
        <Text size="sm">
          {deed}
          <Text span size="sm" fw={650}>
            {` – ${word}`}
          </Text>
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {note ?? (
            <>
              <Code>{right}</Code> is <Pattern pattern={pattern} />
            </>
          )}
        </Text>
      </Group>
    </Group>
  );
}
