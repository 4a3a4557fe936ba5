import { Group, Skeleton, Stack } from '@mantine/core';

/** The shape of a page that is on its way. */
export function PageLoading() {
  return (
    <Stack gap="lg" role="status" aria-label="Loading">
      <Skeleton h={32} w={180} />
      <Group grow>
        <Skeleton h={220} radius="lg" />
        <Skeleton h={220} radius="lg" visibleFrom="sm" />
      </Group>
    </Stack>
  );
}
