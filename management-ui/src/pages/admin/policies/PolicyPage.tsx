import { Button, Code, Grid, Group, NumberInput, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { type Policy, type PolicyKind, usePolicies } from '@/api/queries/admin';
import { useOpenVhostNames } from '@/api/queries/vhosts';
import { useKeepVhost, useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { ArgumentsEditor } from '@/components/forms/ArgumentsEditor';
import { type ArgumentRow, mistakeInRow, toArguments, toRows } from '@/components/forms/arguments';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { useChange } from '@/live/useChange';
import { mistakeInPattern } from '@/session/pattern';
import { NotEntered } from '@/session/Refusal';
import { useSession } from '@/session/useSession';
import { policyKeys, subjects } from './keys';
import { MatchesSection } from './MatchesSection';
import { useDeletePolicy } from './useDeletePolicy';

/** One policy, new or there already, beside a list of what it is for while it is typed. */
export default function PolicyPage() {
  const { kind: given, vhost, name } = useParams();
  const kind: PolicyKind = given === 'operator' ? 'operator' : 'user';
  const { data, error } = usePolicies(kind);
  const vhosts = useOpenVhostNames();
  const { isAdministrator, isPolicymaker } = useSession();
  const mayChange = kind === 'user' ? isPolicymaker : isAdministrator;
  const policy = data?.find((one) => one.vhost === vhost && one.name === name);
  const what = kind === 'user' ? 'policy' : 'operator policy';
  const remove = useDeletePolicy();
  const keep = useKeepVhost();
  const list = keep(kind === 'user' ? '/admin/policies' : '/admin/policies?kind=operator');
  const isNew = name === undefined;
  return (
    <Page
      title={isNew ? `New ${what}` : name}
      aside={
        !isNew && (
          <Text c="dimmed" size="sm">
            {what} in {vhost}
          </Text>
        )
      }
      actions={
        policy &&
        mayChange && (
          <Button
            variant="light"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void remove(kind, policy, list)}
          >
            Delete {what}
          </Button>
        )
      }
    >
      {error && data === undefined && <ErrorState message={describeError(error)} />}
      {!mayChange ? (
        <EmptyState
          title={`You may not change ${kind === 'user' ? 'policies' : 'operator policies'}`}
          reason={
            kind === 'user'
              ? 'That is for users with the tag policymaker or administrator.'
              : 'That is for users with the tag administrator.'
          }
        />
      ) : data === undefined || vhosts === undefined ? (
        !error && <Skeleton h={420} radius="lg" />
      ) : !isNew && policy === undefined ? (
        <EmptyState title={`There is no ${what} ${name} in ${vhost}`} reason="It may have been deleted meanwhile." />
      ) : vhosts.length === 0 ? (
        <NotEntered vhost={undefined} />
      ) : (
        <PolicyForm
          key={`${kind} ${vhost} ${name}`}
          kind={kind}
          policy={policy}
          all={data}
          list={list}
          vhosts={vhosts}
        />
      )}
    </Page>
  );
}

interface PolicyFormProps {
  readonly kind: PolicyKind;
  readonly policy: Policy | undefined;
  readonly all: readonly Policy[];
  readonly list: string;
  /** Where policies may be set. */
  readonly vhosts: readonly string[];
}

function PolicyForm({ kind, policy, all, list, vhosts }: PolicyFormProps) {
  const { vhost: chosenVhost } = useVhost();
  const [search] = useSearchParams();
  const [vhost, setVhost] = useState(
    () =>
      policy?.vhost ?? vhosts.find((one) => one === chosenVhost) ?? (vhosts.includes('/') ? '/' : (vhosts[0] ?? '/')),
  );
  const [name, setName] = useState(policy?.name ?? '');
  const [pattern, setPattern] = useState(policy?.pattern ?? search.get('pattern') ?? '');
  const [appliesTo, setAppliesTo] = useState<Policy['apply-to']>(policy?.['apply-to'] ?? 'queues');
  const [priority, setPriority] = useState<number>(policy?.priority ?? 0);
  const [rows, setRows] = useState<readonly ArgumentRow[]>(() => toRows(policy?.definition ?? {}));
  const [isTried, setTried] = useState(false);
  const navigate = useNavigate();
  const change = useChange();

  const definition = toArguments(rows);
  const wanted = { vhost, name, pattern, 'apply-to': appliesTo, definition, priority };
  const replaced = policy === undefined ? all.find((one) => one.vhost === vhost && one.name === name) : undefined;
  const isValid =
    name !== '' &&
    mistakeInPattern(pattern) === undefined &&
    Object.keys(definition).length > 0 &&
    rows.every((row) => mistakeInRow(row) === undefined);
  const suggestions = policyKeys.filter(
    (key) =>
      (kind === 'user' || key.isForOperators) &&
      (appliesTo === 'all' || (appliesTo === 'exchanges') === key.for.includes('exchange')),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isValid) {
      return;
    }
    const body = { pattern, definition, priority, 'apply-to': appliesTo };
    const path = { vhost, name };
    change.mutate({
      run: () =>
        kind === 'user'
          ? api.put('/api/policies/{vhost}/{name}', { path, body })
          : api.put('/api/operator-policies/{vhost}/{name}', { path, body }),
      done: `The policy ${name} holds.`,
      to: list,
    });
  }

  return (
    <Grid gap="md" align="flex-start">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Section title={policy === undefined ? 'What it is' : 'Change it'}>
          <Stack component="form" gap="md" onSubmit={submit}>
            {policy === undefined && (
              <Group gap="md" align="flex-start" grow>
                <Select
                  label="Virtual host"
                  data={[...vhosts]}
                  value={vhost}
                  onChange={(chosen) => chosen !== null && setVhost(chosen)}
                  allowDeselect={false}
                  searchable
                />
                <TextInput
                  label="Name"
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                  error={isTried && name === '' ? 'A name is needed.' : undefined}
                  description={replaced && `This replaces the policy ${name}.`}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  autoComplete="off"
                />
              </Group>
            )}
            <TextInput
              label="Pattern"
              description={
                <>
                  A regular expression that matches anywhere in a name: <Code>^orders\.</Code> is what begins with it
                </>
              }
              value={pattern}
              error={mistakeInPattern(pattern)}
              onChange={(event) => setPattern(event.currentTarget.value)}
              spellCheck={false}
              autoCapitalize="off"
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            />
            <Group gap="md" align="flex-start" grow>
              <Select
                label="Applies to"
                data={subjects
                  .filter(({ value }) => kind === 'user' || value.endsWith('queues'))
                  .map(({ value, label }) => ({ value, label }))}
                value={appliesTo}
                onChange={(chosen) => chosen !== null && setAppliesTo(chosen as Policy['apply-to'])}
                allowDeselect={false}
              />
              <NumberInput
                label="Priority"
                description="Of those that match, the highest holds"
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={priority}
                onChange={(value) => setPriority(Number(value) || 0)}
                allowDecimal={false}
              />
            </Group>
            <ArgumentsEditor label="Definition" rows={rows} onChange={setRows} suggestions={suggestions} />
            {isTried && !isValid && (
              <Text size="sm" c="var(--series-6)" role="alert">
                {Object.keys(definition).length === 0
                  ? 'The definition is empty: choose at least one setting and give it a value.'
                  : 'Something above is missing or wrong.'}
              </Text>
            )}
            {change.isError && <ErrorState message={describeError(change.error)} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => navigate(list)}>
                Cancel
              </Button>
              <Button type="submit" loading={change.isPending}>
                {policy === undefined && replaced === undefined ? 'Add policy' : 'Change policy'}
              </Button>
            </Group>
          </Stack>
        </Section>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <MatchesSection kind={kind} policy={wanted} others={all} />
      </Grid.Col>
    </Grid>
  );
}
