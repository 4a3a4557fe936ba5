/** What a file of definitions is called unless told: what it is of, and the day. */
export function fileNameOf(vhost: string | undefined, day: Date): string {
  const of = vhost === undefined ? 'broker' : vhost === '/' ? 'default-vhost' : vhost.replace(/[^A-Za-z0-9._-]+/g, '-');
  return `${of}-definitions-${day.toISOString().slice(0, 10)}.json`;
}
