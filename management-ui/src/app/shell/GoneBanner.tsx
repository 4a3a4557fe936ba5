import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { formatMoment } from '@/format';
import { useLive } from '@/live/live';

/** On every page while the broker does not answer. */
export function GoneBanner() {
  const { mode, updatedAt } = useLive();
  if (mode !== 'gone') {
    return null;
  }
  return (
    <Alert
      color="orange"
      variant="light"
      radius="md"
      mb="md"
      icon={<IconPlugConnectedX aria-hidden />}
      title="The broker does not answer"
      role="alert"
    >
      What is shown is from {formatMoment(updatedAt)}. The broker is looked for every few seconds, and this page goes on
      by itself when it is back.
    </Alert>
  );
}
