import { Badge, Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Difference, Preview } from '@/api/queries/definitions';
import { EmptyState } from '@/components/EmptyState';
import { Stat } from '@/components/Stat';
import { formatCount } from '@/format';
import { changedMembers, tellKind, tellKinds, tellMembers } from './preview';

const shown = 200;

/** What an import would do: what is new, what becomes another, and what stays although the file says otherwise. */
export function PreviewList({ preview: { added, changed, kept, unchanged, left_out } }: { readonly preview: Preview }) {
  return (
    <Stack gap="md" role="region" aria-label="What would change">
      <SimpleGrid component="dl" m={0} cols={{ base: 2, xs: 3, md: 5 }}>
        <Stat label="Added" value={formatCount(added.length)} detail={tellKinds(added)} />
        <Stat label="Changed" value={formatCount(changed.length)} detail={tellKinds(changed)} />
        <Stat label="Unchanged" value={formatCount(unchanged)} />
        {kept.length > 0 && <Stat label="Kept as they are" value={formatCount(kept.length)} detail={tellKinds(kept)} />}
        {left_out > 0 && (
          <Stat label="Bindings left out" value={formatCount(left_out)} detail="an end of them is missing" />
        )}
      </SimpleGrid>
      {added.length + changed.length + kept.length === 0 && (
        <EmptyState
          title="Nothing would change"
          reason={unchanged === 0 ? 'The file is empty.' : 'Everything is there as the file says.'}
        />
      )}
      <Differences title="Changed" color="orange" differences={changed} />
      <Differences title="Added" color="green" differences={added} />
      <Differences
        title="Kept"
        color="gray"
        differences={kept}
        hint="These are there with other attributes, which cannot be changed: an import leaves them as they are."
      />
    </Stack>
  );
}

interface DifferencesProps {
  readonly title: string;
  readonly color: string;
  readonly differences: readonly Difference[];
  readonly hint?: string;
}

function Differences({ title, color, differences, hint }: DifferencesProps) {
  if (differences.length === 0) {
    return null;
  }
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">
        {title}
      </Title>
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={title}>
        {differences.slice(0, shown).map((difference, index) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: several may have the same name, and the list does not change
            key={index}
            component="li"
            gap="sm"
            py={8}
            align="flex-start"
            style={{ borderTop: '1px solid color-mix(in srgb, var(--line) 60%, transparent)', rowGap: 4 }}
          >
            <Badge variant="light" color={color} size="sm" tt="none" miw={110} mt={1}>
              {tellKind(difference.kind)}
            </Badge>
            <Stack gap={2} flex="1 1 240px" miw={0}>
              <Text size="sm" fw={550} style={{ wordBreak: 'break-word' }}>
                {difference.name}
                {difference.vhost !== '' && difference.kind !== 'vhost' && (
                  <Text span c="dimmed" size="sm" fw={400}>
                    {` in ${difference.vhost}`}
                  </Text>
                )}
              </Text>
              <Members difference={difference} />
            </Stack>
          </Group>
        ))}
      </Stack>
      {differences.length > shown && (
        <Text size="xs" c="dimmed">
          And {formatCount(differences.length - shown)} more.
        </Text>
      )}
    </Stack>
  );
}

function Members({ difference: { from, to } }: { readonly difference: Difference }) {
  if (from === undefined) {
    return (
      <Text size="xs" c="dimmed" style={{ wordBreak: 'break-word' }}>
        {tellMembers(to)}
      </Text>
    );
  }
  return changedMembers(from, to).map(({ path, from: before, to: after }) => (
    <Text key={path} size="xs" component="div" style={{ wordBreak: 'break-word' }}>
      {path !== '' && <b>{path}: </b>}
      <Code fz="xs" style={{ textDecoration: before === undefined ? 'none' : 'line-through' }}>
        {before ?? 'not set'}
      </Code>
      {' → '}
      <Code fz="xs">{after ?? 'not set'}</Code>
    </Text>
  ));
}
