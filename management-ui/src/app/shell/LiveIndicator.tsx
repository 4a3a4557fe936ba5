import { Group, Text, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatDuration } from '@/format';
import { useLive } from '@/live/live';
import classes from './LiveIndicator.module.css';

/** From this age on figures are called old, in milliseconds. */
const OLD = 11_000;

/** Tells whether what is shown is what is. */
export function LiveIndicator() {
  const { mode, updatedAt } = useLive();
  const age = useAge(updatedAt);
  const { label, tone, hint } = tell(mode, age);
  return (
    <Tooltip label={hint} multiline maw={260}>
      <Group
        gap={6}
        wrap="nowrap"
        className={classes.indicator ?? ''}
        data-tone={tone}
        role="status"
        aria-label={`${label}. ${hint}`}
      >
        <span className={classes.dot} aria-hidden />
        <Text size="xs" fw={600} visibleFrom="md" style={{ whiteSpace: 'nowrap' }}>
          {label}
        </Text>
      </Group>
    </Tooltip>
  );
}

function tell(mode: string, age: number) {
  if (mode === 'gone') {
    return {
      label: 'Broker gone',
      tone: 'bad',
      hint: 'The broker does not answer. What is shown is old; it is looked for again and again.',
    };
  }
  if (mode === 'connecting') {
    return { label: 'Connecting', tone: 'wait', hint: 'The first figures are on their way.' };
  }
  if (age > OLD) {
    return {
      label: `Stale ${formatDuration(Math.round(age / 1000) * 1000)}`,
      tone: 'wait',
      hint: 'No figures have come for a while.',
    };
  }
  return mode === 'live'
    ? { label: 'Live', tone: 'good', hint: 'The broker sends what changes.' }
    : {
        label: 'Polling',
        tone: 'wait',
        hint: 'The stream of events is interrupted; the broker is asked every 5 seconds.',
      };
}

function useAge(since: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - since);
}
