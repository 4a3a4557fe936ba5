/** One way that a message died somewhere, once or again and again. */
export interface Death {
  readonly queue: string;
  readonly reason: string;
  readonly count: number;
  /** Where it had been published to before. */
  readonly exchange: string;
  readonly routingKeys: readonly string[];
  /** When it first died so, in milliseconds since 1970. */
  readonly time: number | undefined;
  /** The expiration that it had and that was taken away. */
  readonly originalExpiration: string | undefined;
}

/** The dead-letter history of a message, the first death first: the header says it the other way round. */
export function deathsOf(headers: Readonly<Record<string, unknown>> | undefined): Death[] {
  const entries = headers?.['x-death'];
  return Array.isArray(entries) ? entries.filter(isTable).map(readDeath).reverse() : [];
}

/** What a reason means, in words. */
export function describeReason(reason: string): string {
  return reasons[reason] ?? reason;
}

const reasons: Readonly<Record<string, string>> = {
  rejected: 'A consumer rejected it',
  expired: 'It lived too long',
  maxlen: 'The queue was full',
  delivery_limit: 'It was delivered too often',
};

function readDeath(entry: Readonly<Record<string, unknown>>): Death {
  const time = Number(entry.time);
  const keys = entry['routing-keys'];
  return {
    queue: String(entry.queue ?? ''),
    reason: String(entry.reason ?? ''),
    count: Number(entry.count ?? 1),
    exchange: String(entry.exchange ?? ''),
    routingKeys: Array.isArray(keys) ? keys.map(String) : [],
    time: entry.time === undefined || Number.isNaN(time) ? undefined : time * 1000,
    originalExpiration: entry['original-expiration'] === undefined ? undefined : String(entry['original-expiration']),
  };
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
