import { Stack, Text, ThemeIcon } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What there is none of. */
  readonly title: string;
  /** Why, and what to do about it. */
  readonly reason: ReactNode;
  readonly action?: ReactNode;
}

/** Shown in place of an empty list: never without saying why it is empty. */
export function EmptyState({ title, reason, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap={6} py="xl" px="md" ta="center">
      <ThemeIcon size={44} radius="xl" variant="light" color="gray">
        <IconInbox size={24} aria-hidden />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm" maw={460}>
        {reason}
      </Text>
      {action}
    </Stack>
  );
}
