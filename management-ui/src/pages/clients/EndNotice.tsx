import { Alert, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useLastClosed } from '@/api/queries/clients';
import { AppLink } from '@/components/AppLink';
import { explainCode, isOrderly, tellCause, tellEnd } from './ended';

interface EndNoticeProps {
  readonly kind: 'connection' | 'channel';
  readonly name: string;
  /** Whether figures from before the end are shown below. */
  readonly hasLastFigures: boolean;
}

/** Says that what the page is about has ended, when, and why. */
export function EndNotice({ kind, name, hasLastFigures }: EndNoticeProps) {
  const connection = name.replace(/ \(\d+\)$/, '');
  const { data } = useLastClosed(
    kind === 'connection' ? `connection="${name}" type=connection` : `connection="${connection}"`,
  );
  // A connection that ends takes its channels with it: then that is the reason.
  const ended = data?.find((one) => one.name === name) ?? data?.find(({ type }) => type === 'connection');
  if (data === undefined) {
    return null;
  }
  if (ended === undefined) {
    return (
      <Alert
        color="gray"
        variant="light"
        radius="md"
        icon={<IconPlugConnectedX aria-hidden />}
        title={`There is no such ${kind}`}
        role="alert"
      >
        None is open under the name “{name}”, and it is not among the last that ended.{' '}
        <AppLink to={`/${kind}s`} inherit c="inherit" underline="always">
          See those that are open
        </AppLink>
      </Alert>
    );
  }
  const help = explainCode(ended.code);
  const isParent = ended.name !== name;
  return (
    <Alert
      color={isOrderly(ended) ? 'blue' : 'orange'}
      variant="light"
      radius="md"
      icon={<IconPlugConnectedX aria-hidden />}
      title={isParent ? `Its connection has ended. ${tellEnd(ended)}` : tellEnd(ended)}
      role="alert"
    >
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {tellCause(ended)}
      </Text>
      {help !== undefined && <Text size="sm">{help}</Text>}
      <Group gap="md" mt={6}>
        <AppLink
          to={`/closed?filter=${encodeURIComponent(`connection="${connection}"`)}`}
          size="sm"
          c="inherit"
          underline="always"
        >
          All that ended with it
        </AppLink>
        {hasLastFigures && (
          <Text size="sm" c="dimmed">
            What stands below is how it was last.
          </Text>
        )}
      </Group>
    </Alert>
  );
}
