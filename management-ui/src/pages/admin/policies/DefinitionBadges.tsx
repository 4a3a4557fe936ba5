import { Badge, Group } from '@mantine/core';

/** The settings of a policy, each by itself. */
export function DefinitionBadges({ definition }: { readonly definition: Readonly<Record<string, unknown>> }) {
  return (
    <Group gap={4} wrap="wrap">
      {Object.entries(definition).map(([name, value]) => {
        const text = `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
        return (
          <Badge key={name} variant="default" size="sm" tt="none" fw={500} title={text} maw={320}>
            {text}
          </Badge>
        );
      })}
    </Group>
  );
}
