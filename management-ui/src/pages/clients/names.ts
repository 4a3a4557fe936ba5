/** What a client says of itself, as far as people know it by that. */
export interface ClientName {
  readonly name: string;
  readonly user_provided_name?: string;
}

/** What to call a connection: the name that its client gave it, or where it comes from. */
export function labelOf({ name, user_provided_name }: ClientName): string {
  return user_provided_name || peerOf(name);
}

/** Where a connection comes from: the first half of its name. */
export function peerOf(name: string): string {
  return name.split(' -> ')[0] ?? name;
}

/** The number of a channel, from its name. */
export function numberOf(channel: string): string {
  return / \((\d+)\)$/.exec(channel)?.[1] ?? channel;
}

/** The connection of a channel, from its name. */
export function connectionOf(channel: string): string {
  return channel.replace(/ \(\d+\)$/, '');
}

export function connectionPath(name: string): string {
  return `/connections/${encodeURIComponent(name)}`;
}

export function channelPath(name: string): string {
  return `/channels/${encodeURIComponent(name)}`;
}

/** The library that a client uses, and its version: `RabbitMQ.Client 7.1.2`. */
export function productOf(properties: Readonly<Record<string, unknown>> | undefined): string {
  return ['product', 'version']
    .map((name) => properties?.[name])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' ');
}

/** A value of a table of AMQP in one line. */
export function writeValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a client can, by the flags it sent. */
export function capabilitiesOf(properties: Readonly<Record<string, unknown>>): string[] {
  const flags = properties.capabilities;
  return typeof flags === 'object' && flags !== null
    ? Object.entries(flags)
        .filter(([, isThere]) => isThere === true)
        .map(([name]) => name.replaceAll('_', ' ').replaceAll('.', ' '))
    : [];
}
