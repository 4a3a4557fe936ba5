import type { Trial } from '@/api/queries/exchanges';

/** A message that is tried, as the address has it; whatever is tried can be linked to. */
export function readTrial(search: URLSearchParams): Pick<Trial, 'routingKey' | 'headers'> {
  return { routingKey: search.get('key') ?? '', headers: readHeaders(search.get('headers')) };
}

/** Writes it there. */
export function writeTrial(search: URLSearchParams, { routingKey, headers }: Pick<Trial, 'routingKey' | 'headers'>) {
  const next = new URLSearchParams(search);
  next.delete('key');
  next.delete('headers');
  if (routingKey !== '') {
    next.set('key', routingKey);
  }
  if (Object.keys(headers).length > 0) {
    next.set('headers', JSON.stringify(headers));
  }
  return next;
}

/** Where the route tester is, with a message to try. */
export function testerPath({ vhost, exchange, ...trial }: Trial): string {
  return `/routes?${writeTrial(new URLSearchParams({ vhost, exchange }), trial)}`;
}

function readHeaders(text: string | null): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
