import { type Rate, toRates, toValues } from '@/api/samples';
import type { Series } from './Chart';

const lengths = [
  // Drawn first, under those that it is made of, which may lie upon it.
  ['messages', 'Total', 3],
  ['messages_ready', 'Ready', 1],
  ['messages_unacknowledged', 'Unacked', 2],
] as const;

const counters = {
  publish: ['Publish', 1],
  confirm: ['Confirm', 4],
  deliver: ['Deliver (ack)', 5],
  deliver_no_ack: ['Deliver (no ack)', 7],
  ack: ['Ack', 3],
  get: ['Get', 8],
  redeliver: ['Redelivered', 2],
  drop_unroutable: ['Unroutable', 6],
} as const;

type Counter = keyof typeof counters;
type Sampled<Name extends string> = { readonly [Key in `${Name}_details`]?: Rate | undefined };

const all = Object.keys(counters) as Counter[];

/** How much there is, in a queue or in many. */
export function queuedSeries(totals: Sampled<(typeof lengths)[number][0]>): Series[] {
  return lengths.map(([name, label, color]) => ({ label, color, points: toValues(totals[`${name}_details`]) }));
}

/** What happens to messages; a line for each counter that is asked for. */
export function messageSeries(stats: Sampled<Counter> | undefined, shown: readonly Counter[] = all): Series[] {
  return shown.map((name) => {
    const [label, color] = counters[name];
    return { label, color, points: toRates(stats?.[`${name}_details`]) };
  });
}
