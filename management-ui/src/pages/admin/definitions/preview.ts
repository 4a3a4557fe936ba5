import type { Difference } from '@/api/queries/definitions';
import { formatMany } from '@/format';

/** One member that is another: where it is, and both values as they are written; undefined for one that is missing. */
export interface MemberChange {
  readonly path: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What nobody can compare by looking at it is only said to be another. */
const secret: ReadonlySet<string> = new Set(['password_hash']);

/** The members in which two things differ, those within objects by themselves. */
export function changedMembers(from: unknown, to: unknown, path = ''): MemberChange[] {
  if (isObject(from) && isObject(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) =>
      changedMembers(from[name], to[name], path === '' ? name : `${path}.${name}`),
    );
  }
  if (JSON.stringify(from) === JSON.stringify(to)) {
    return [];
  }
  if (secret.has(path)) {
    return [{ path, from: 'one', to: 'another' }];
  }
  return [{ path, from: write(from), to: write(to) }];
}

/** What something new is, in one line. */
export function tellMembers(to: unknown): string {
  return isObject(to)
    ? Object.entries(to)
        .filter(([name, value]) => !secret.has(name) && !isNothing(value))
        .map(([name, value]) => `${name}: ${write(value)}`)
        .join(', ')
    : (write(to) ?? '');
}

/** The kinds of things, as they are called when there are several. */
export function tellKind(kind: string): string {
  return kind.replaceAll('_', ' ').replace('vhost', 'virtual host');
}

/** How many of each kind there are: `2 queues, 1 policy`. */
export function tellKinds(differences: readonly Difference[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of differences) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => formatMany(count, tellKind(kind))).join(', ');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === '' ||
    value === false ||
    JSON.stringify(value) === '{}' ||
    JSON.stringify(value) === '[]'
  );
}

function write(value: unknown): string | undefined {
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
