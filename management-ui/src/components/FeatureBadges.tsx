import { Badge, Group, Tooltip } from '@mantine/core';

interface FeatureBadgesProps {
  /** Short, and in full; what is not so is left out. */
  readonly flags: readonly (readonly [short: string, full: string] | false)[];
  readonly args: Readonly<Record<string, unknown>>;
  /** What arguments are called short; one that has no such name is called as it is. */
  readonly shortNames: Readonly<Record<string, string>>;
}

/** What is special about a queue or an exchange, short; in full when pointed at. */
export function FeatureBadges({ flags, args, shortNames }: FeatureBadgesProps) {
  const features = [
    ...flags.filter((flag) => flag !== false),
    ...Object.entries(args).map(
      ([name, value]) => [shortNames[name] ?? name, `${name}: ${JSON.stringify(value)}`] as const,
    ),
  ];
  return (
    <Group gap={4} wrap="nowrap">
      {features.map(([short, full]) => (
        <Tooltip key={full} label={full}>
          <Badge variant="default" size="sm" tt="none" aria-label={full}>
            {short}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}
