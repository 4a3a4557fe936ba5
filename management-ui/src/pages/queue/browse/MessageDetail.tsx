import { Badge, Code, Divider, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BrowsedMessage, MessageProperties } from '@/api/queries/messages';
import { formatAge, formatBytes, formatCount, formatMoment } from '@/format';
import classes from './browse.module.css';
import { DeathTimeline } from './DeathTimeline';
import { deathsOf } from './deaths';
import { PayloadView } from './PayloadView';
import { fileNameOf } from './payload';

/** What browsing tells of a message; getting one tells less. */
export type ShownMessage = Omit<BrowsedMessage, 'position' | 'place' | 'enqueued_at'> &
  Partial<Pick<BrowsedMessage, 'position' | 'place' | 'enqueued_at'>>;

interface MessageDetailProps {
  readonly queue: string;
  readonly message: ShownMessage;
}

/** All there is to see of a message. */
export function MessageDetail({ queue, message }: MessageDetailProps) {
  const { properties, exchange, routing_key: key } = message;
  const { headers = {}, ...others } = properties;
  const deaths = deathsOf(headers);
  const shownHeaders = Object.entries(headers).filter(([name]) => name !== 'x-death' || deaths.length === 0);
  return (
    <Stack gap="lg">
      <Part title="Payload" aside={formatBytes(message.payload_bytes)}>
        <PayloadView
          payload={message.payload}
          encoding={message.payload_encoding}
          size={message.payload_bytes}
          contentType={properties.content_type}
          fileName={fileNameOf(queue, message.position ?? 0, properties.content_type)}
        />
      </Part>
      {deaths.length > 0 && (
        <Part title="Dead-letter history">
          <DeathTimeline deaths={deaths} queue={queue} enqueuedAt={message.enqueued_at} />
        </Part>
      )}
      <Part title="Headers" aside={formatCount(shownHeaders.length)}>
        {shownHeaders.length === 0 ? (
          <Text size="sm" c="dimmed">
            It has none.
          </Text>
        ) : (
          <dl className={classes.pairs}>
            {shownHeaders.map(([name, value]) => (
              <Pair key={name} name={name}>
                <HeaderValue value={value} />
              </Pair>
            ))}
          </dl>
        )}
      </Part>
      <Part title="Properties">
        <dl className={classes.pairs}>
          <Pair name="Exchange">{exchange === '' ? 'the default exchange' : exchange}</Pair>
          <Pair name="Routing key">{key === '' ? 'none' : <Code>{key}</Code>}</Pair>
          {message.enqueued_at !== undefined && (
            <Pair name="Came in">
              {formatMoment(message.enqueued_at)}, {formatAge(message.enqueued_at)}
            </Pair>
          )}
          {message.expires_at !== undefined && <Pair name="Expires">{formatMoment(message.expires_at)}</Pair>}
          <Pair name="Redelivered">{message.redelivered ? 'yes' : 'no'}</Pair>
          {message.delivery_count !== undefined && (
            <Pair name="Failed deliveries">{formatCount(message.delivery_count)}</Pair>
          )}
          {Object.entries(others).map(([name, value]) => (
            <Pair key={name} name={name.replaceAll('_', ' ')}>
              {describeProperty(name as keyof MessageProperties, value)}
            </Pair>
          ))}
        </dl>
      </Part>
    </Stack>
  );
}

interface PartProps {
  readonly title: string;
  readonly aside?: string;
  readonly children: ReactNode;
}

function Part({ title, aside, children }: PartProps) {
  return (
    <section aria-label={title}>
      <Divider
        mb="sm"
        labelPosition="left"
        label={
          <Title order={3} size="h6" c="var(--mantine-color-text)">
            {title}
            {aside !== undefined && (
              <Badge ml={8} size="sm" variant="default" tt="none">
                {aside}
              </Badge>
            )}
          </Title>
        }
      />
      {children}
    </section>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function HeaderValue({ value }: { readonly value: unknown }) {
  const type = Array.isArray(value) ? 'list' : value === null ? 'nothing' : typeof value;
  return (
    <>
      {typeof value === 'string' && value !== '' ? value : <Code>{JSON.stringify(value)}</Code>}{' '}
      <Text span size="xs" c="dimmed">
        {type}
      </Text>
    </>
  );
}

function describeProperty(name: keyof MessageProperties, value: unknown): string {
  if (name === 'delivery_mode') {
    return value === 2 ? 'persistent' : 'transient';
  }
  if (name === 'timestamp' && typeof value === 'number') {
    return formatMoment(value * 1000);
  }
  return String(value);
}
