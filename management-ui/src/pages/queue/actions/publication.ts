import type { MessageProperties, Publication } from '@/api/queries/messages';
import { type ArgumentRow, mistakeInRow, toArguments, toRows } from '@/components/forms/arguments';

/** A message as it is typed. */
export interface Draft {
  readonly exchange: string;
  readonly routingKey: string;
  readonly isPersistent: boolean;
  readonly headers: readonly ArgumentRow[];
  readonly properties: Readonly<Record<TextProperty, string>>;
  readonly payload: string;
  readonly encoding: 'string' | 'base64';
}

/** The properties that have a field of their own, as they are sent, with their labels. */
export const textProperties = [
  ['content_type', 'Content type'],
  ['content_encoding', 'Content encoding'],
  ['correlation_id', 'Correlation id'],
  ['reply_to', 'Reply to'],
  ['message_id', 'Message id'],
  ['type', 'Type'],
  ['app_id', 'App id'],
  ['user_id', 'User id'],
  ['expiration', 'Expiration in ms'],
  ['priority', 'Priority'],
  ['timestamp', 'Timestamp in s'],
] as const;

export type TextProperty = (typeof textProperties)[number][0];

const numbers: ReadonlySet<TextProperty> = new Set(['priority', 'timestamp']);

const noProperties = Object.fromEntries(textProperties.map(([name]) => [name, ''])) as Record<TextProperty, string>;

/** A new message. */
export function emptyDraft(exchange: string, routingKey: string): Draft {
  return {
    exchange,
    routingKey,
    isPersistent: true,
    headers: [],
    properties: noProperties,
    payload: '',
    encoding: 'string',
  };
}

interface Published {
  readonly exchange: string;
  readonly routing_key: string;
  readonly payload: string;
  readonly payload_encoding: string;
  readonly properties: MessageProperties;
}

/** A message that there is, to be published once more: without the history of how it died, which is the old one's. */
export function draftOf({ exchange, routing_key, payload, payload_encoding, properties }: Published): Draft {
  const { headers = {} } = properties;
  const own = Object.entries(headers).filter(([name]) => name !== 'x-death' && !name.startsWith('x-first-death-'));
  return {
    exchange,
    routingKey: routing_key,
    isPersistent: properties.delivery_mode === 2,
    headers: toRows(Object.fromEntries(own)),
    properties: Object.fromEntries(
      textProperties.map(([name]) => [name, properties[name] === undefined ? '' : String(properties[name])]),
    ) as Record<TextProperty, string>,
    payload,
    encoding: payload_encoding === 'base64' ? 'base64' : 'string',
  };
}

/** What is wrong with a draft; undefined when nothing is. */
export function mistakeIn({ headers, properties, payload, encoding }: Draft): string | undefined {
  if (headers.some((row) => mistakeInRow(row) !== undefined)) {
    return 'A header has no value of its type.';
  }
  for (const name of ['priority', 'timestamp', 'expiration'] as const) {
    if (properties[name] !== '' && !/^\d+$/.test(properties[name])) {
      return `The ${name} must be a whole number.`;
    }
  }
  if (Number(properties.priority) > 255) {
    return 'The priority must be at most 255.';
  }
  return encoding === 'base64' && !isBase64(payload) ? 'The payload is not base64.' : undefined;
}

/** What is sent. */
export function toPublication({
  routingKey,
  isPersistent,
  headers,
  properties,
  payload,
  encoding,
}: Draft): Publication {
  const named = textProperties
    .filter(([name]) => properties[name] !== '')
    .map(([name]) => [name, numbers.has(name) ? Number(properties[name]) : properties[name]]);
  const table = toArguments(headers);
  return {
    routing_key: routingKey,
    payload: encoding === 'base64' ? payload.replace(/\s+/g, '') : payload,
    payload_encoding: encoding,
    properties: {
      ...Object.fromEntries(named),
      delivery_mode: isPersistent ? 2 : 1,
      ...(Object.keys(table).length === 0 ? {} : { headers: table }),
    },
  };
}

function isBase64(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  return bare.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bare);
}
