import { Badge, Checkbox, Text, UnstyledButton } from '@mantine/core';
import type { BrowsedMessage } from '@/api/queries/messages';
import { formatAge, formatBytes, formatCount, formatMoment } from '@/format';
import classes from './browse.module.css';
import { deathsOf } from './deaths';
import { previewOf } from './payload';

interface MessageRowProps {
  readonly message: BrowsedMessage;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

/** One message of the list: which it is, how large, how old, and how it begins. */
export function MessageRow({ message, isChosen, onToggle, onOpen }: MessageRowProps) {
  const { position, routing_key: key, exchange, payload_bytes: size, enqueued_at: time, redelivered } = message;
  const isDead = deathsOf(message.properties.headers).length > 0;
  return (
    <li className={classes.row}>
      <Checkbox
        size="xs"
        className={classes.choose ?? ''}
        aria-label={`Choose message ${position}`}
        checked={isChosen}
        onChange={onToggle}
      />
      <UnstyledButton className={classes.open ?? ''} onClick={onOpen} aria-label={`Message ${position}: ${key}`}>
        <Text size="xs" c="dimmed" className="numeric">
          #{formatCount(position)}
        </Text>
        <span className={classes.title}>
          <Text span size="sm" fw={550} className={classes.key ?? ''}>
            {key === '' ? 'no routing key' : key}
          </Text>
          <Text span size="xs" c="dimmed">
            {exchange === '' ? 'default exchange' : exchange}
          </Text>
          {redelivered && (
            <Badge size="xs" variant="light" color="orange" tt="none">
              redelivered
            </Badge>
          )}
          {isDead && (
            <Badge size="xs" variant="light" color="red" tt="none">
              dead letter
            </Badge>
          )}
        </span>
        <Text size="xs" className={classes.figure ?? ''}>
          {formatBytes(size)}
        </Text>
        <Text size="xs" c="dimmed" className={classes.figure ?? ''} title={formatMoment(time)}>
          {formatAge(time)}
        </Text>
        <span className={classes.preview}>{size === 0 ? 'empty' : previewOf(message)}</span>
      </UnstyledButton>
    </li>
  );
}
