import { formatCount } from '@/format';

export type LimitsOf = 'vhost' | 'user';

export interface LimitKind {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
}

/** The limits there are, and what they count. */
export const limitKinds: Readonly<Record<LimitsOf, readonly LimitKind[]>> = {
  vhost: [
    { name: 'max-connections', label: 'Connections', unit: 'connections' },
    { name: 'max-queues', label: 'Queues', unit: 'queues' },
  ],
  user: [
    { name: 'max-connections', label: 'Connections', unit: 'connections' },
    { name: 'max-channels', label: 'Channels', unit: 'channels' },
  ],
};

export type Limits = Readonly<Record<string, number>>;

/** Limits in words; below zero is none. */
export function tellLimits(limits: Limits): string {
  const told = Object.entries(limits)
    .filter(([, value]) => value >= 0)
    .map(([name, value]) => `${formatCount(value)} ${name.replace(/^max-/, '')}`);
  return told.length === 0 ? 'none' : told.join(', ');
}

/** What has to be set or cleared so that one set of limits becomes another; an empty text is no limit. */
export function changesOf(
  before: Limits,
  after: Readonly<Record<string, string>>,
): { readonly name: string; readonly value: number | undefined }[] {
  return Object.entries(after).flatMap(([name, text]) => {
    const value = text.trim() === '' ? undefined : Number(text);
    return value === before[name] ? [] : [{ name, value }];
  });
}
