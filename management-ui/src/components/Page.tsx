import { Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** Behind the title: a badge, a count. */
  readonly aside?: ReactNode;
  /** Buttons, at the right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: its title, also that of the window, and what can be done. The title gets the focus when one comes here. */
export function Page({ title, aside, actions, children }: PageProps) {
  useDocumentTitle(`${title} · Broker`);
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm" mih={36}>
        <Group gap="sm">
          <Title order={1} size="h2" tabIndex={-1} id="page-title" style={{ outline: 'none' }}>
            {title}
          </Title>
          {aside}
        </Group>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
