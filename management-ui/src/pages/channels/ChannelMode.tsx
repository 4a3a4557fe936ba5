import { Badge, Tooltip } from '@mantine/core';
import type { Channel } from '@/api/queries/clients';

/** Whether what is published is confirmed, in a transaction, or neither. */
export function ChannelMode({
  channel: { confirm, transactional },
}: {
  readonly channel: Pick<Channel, 'confirm' | 'transactional'>;
}) {
  const [label, text, color] = confirm
    ? ['confirm', 'The broker confirms what is published on it.', 'teal']
    : transactional
      ? ['tx', 'What is published and acknowledged on it counts from each commit on.', 'violet']
      : ['plain', 'Nothing that is published on it is confirmed.', 'gray'];
  return (
    <Tooltip label={text}>
      <Badge variant="light" size="sm" color={color} tt="none" miw="max-content" aria-label={`${label}: ${text}`}>
        {label}
      </Badge>
    </Tooltip>
  );
}
