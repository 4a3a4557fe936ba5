import { Badge, Group, Text } from '@mantine/core';

const colors: Readonly<Record<string, string>> = {
  administrator: 'red',
  policymaker: 'grape',
  monitoring: 'blue',
  management: 'teal',
};

/** Words that say something about a user or a virtual host. */
export function Tags({ tags, none }: { readonly tags: readonly string[]; readonly none: string }) {
  return tags.length === 0 ? (
    <Text size="sm" c="dimmed">
      {none}
    </Text>
  ) : (
    <Group gap={4} wrap="wrap">
      {tags.map((tag) => (
        <Badge key={tag} variant="default" size="sm" tt="none" leftSection={<Dot color={colors[tag] ?? 'gray'} />}>
          {tag}
        </Badge>
      ))}
    </Group>
  );
}

function Dot({ color }: { readonly color: string }) {
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-block',
        width: 6,
        height: 6,
        borderRadius: 3,
        background: `var(--mantine-color-${color}-6)`,
      }}
    />
  );
}
