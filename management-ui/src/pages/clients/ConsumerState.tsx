import { Badge, Tooltip } from '@mantine/core';
import type { Trouble } from './trouble';

const colors = { stuck: 'red', exhausted: 'orange', unlimited: 'orange', waiting: 'gray' } as const;

/** How a consumer does; pointed at, what that means. */
export function ConsumerState({ trouble }: { readonly trouble: Trouble | undefined }) {
  const label = trouble?.label ?? 'Active';
  const text = trouble?.text ?? 'It gets messages as they come.';
  return (
    <Tooltip label={text} multiline maw={320}>
      <Badge
        variant="light"
        size="sm"
        color={trouble === undefined ? 'green' : colors[trouble.kind]}
        tt="none"
        miw="max-content"
        aria-label={`${label}: ${text}`}
      >
        {label}
      </Badge>
    </Tooltip>
  );
}
