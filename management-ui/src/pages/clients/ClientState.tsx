import { Badge, Tooltip } from '@mantine/core';

const meanings: Readonly<Record<string, readonly [color: string, text: string]>> = {
  running: ['green', 'It is open and works.'],
  idle: ['gray', 'Nothing has happened on it for a while.'],
  flow: ['blue', 'It publishes faster than can be stored, and is slowed down now and then.'],
  blocking: ['orange', 'Memory or disk is short: it will be blocked as soon as it publishes.'],
  blocked: ['red', 'Memory or disk is short: it is read from no more until that is over.'],
  closing: ['gray', 'It is about to end.'],
  closed: ['gray', 'It has ended.'],
};

/** What a connection or channel does; pointed at, what that means. */
export function ClientState({ state, size = 'sm' }: { readonly state: string; readonly size?: 'sm' | 'lg' }) {
  const [color, text] = meanings[state] ?? ['gray', state];
  return (
    <Tooltip label={text}>
      <Badge variant="light" size={size} color={color} tt="none" miw="max-content" aria-label={`${state}: ${text}`}>
        {state}
      </Badge>
    </Tooltip>
  );
}
