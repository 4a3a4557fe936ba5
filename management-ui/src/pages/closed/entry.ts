import type { Closed } from '@/api/queries/clients';

type Named = Pick<Closed, 'name' | 'closed_at'>;

/** By which parameter of the address one entry is shown in full. */
export const ENTRY = 'entry';

/** An entry, for the address. */
export function writeEntry({ name, closed_at }: Named): string {
  return `${closed_at}:${name}`;
}

/** The filter that finds the entry of an address; undefined when it names none. */
export function filterOfEntry(entry: string | null): string | undefined {
  const [, closedAt, name] = /^(\d+):(.+)$/s.exec(entry ?? '') ?? [];
  return closedAt === undefined || name === undefined
    ? undefined
    : `closed_at=${closedAt} name="${name.replaceAll('"', '')}"`;
}
