import type { Channel } from '@/api/queries/clients';
import { toRates } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

type Stats = NonNullable<Channel['message_stats']>;
type Counter = Extract<keyof Stats, keyof { [K in keyof Stats as K extends `${string}_details` ? never : K]: K }>;

const lines: readonly (readonly [name: Counter, label: string, color: number, isAlways?: true])[] = [
  ['publish', 'Publish', 1, true],
  ['confirm', 'Confirm', 4],
  ['return_unroutable', 'Returned', 6],
  ['drop_unroutable', 'Dropped', 7],
  ['deliver', 'Deliver (ack)', 5, true],
  ['deliver_no_ack', 'Deliver (no ack)', 7],
  ['ack', 'Ack', 3, true],
  ['get', 'Get', 8],
  ['redeliver', 'Redelivered', 2],
];

/** What happens on a channel: a line for all that ever did, or for the usual when nothing has. */
export function channelSeries({ message_stats: stats }: Pick<Channel, 'message_stats'>): Series[] {
  const happened = lines.filter(([name]) => (stats?.[name] ?? 0) > 0);
  const shown = happened.length > 0 ? happened : lines.filter(([, , , isAlways]) => isAlways);
  return shown.map(([name, label, color]) => ({ label, color, points: toRates(stats?.[`${name}_details`]) }));
}
