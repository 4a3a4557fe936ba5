import { Badge, Paper, Skeleton, Text } from '@mantine/core';
import { describeError } from '@/api/errors';
import { type FeatureFlag, useFeatureFlags } from '@/api/queries/admin';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { type PlainColumn, PlainTable } from '../parts/PlainTable';

const columns: readonly PlainColumn<FeatureFlag>[] = [
  {
    header: 'Feature',
    cell: ({ name, desc }) => (
      <>
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {desc}
        </Text>
      </>
    ),
  },
  {
    header: 'State',
    width: 130,
    cell: ({ state }) => (
      <Badge variant="light" size="sm" tt="none" color={state === 'enabled' ? 'green' : 'gray'}>
        {state}
      </Badge>
    ),
  },
];

/** What the broker can do of that which RabbitMQ has feature flags for. */
export default function FeaturesPage() {
  const { data, error } = useFeatureFlags();
  return (
    <Page title="Features">
      <Text size="sm" c="dimmed">
        What RabbitMQ has feature flags for, and whether it is here. There is nothing to switch: what is there is
        enabled.
      </Text>
      {error && data === undefined && <ErrorState message={describeError(error)} />}
      {data === undefined ? (
        !error && <Skeleton h={300} radius="lg" />
      ) : (
        <Paper withBorder radius="lg" bg="var(--surface)" p={4}>
          <PlainTable label="Features" columns={columns} rows={data} rowKey={({ name }) => name} minWidth={280} />
        </Paper>
      )}
    </Page>
  );
}
