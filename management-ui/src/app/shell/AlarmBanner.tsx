import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useLive } from '@/live/live';

/** On every page while memory or disk runs out: publishers wait then, and whoever looks wonders why. */
export function AlarmBanner() {
  const { alarms } = useLive();
  if (alarms.length === 0) {
    return null;
  }
  return (
    <Alert
      color="red"
      variant="filled"
      radius="md"
      mb="md"
      icon={<IconAlertTriangle aria-hidden />}
      title={`Alarm: ${alarms.join(' and ')}`}
      role="alert"
    >
      The broker is short of {alarms.join(' and ')}. Connections that publish are blocked until it is over; consumers go
      on.
    </Alert>
  );
}
