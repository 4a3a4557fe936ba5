/** A stretch of time that charts show: how long it is and how far apart its samples are, in seconds. */
export interface Range {
  readonly id: 'minute' | 'ten-minutes' | 'hour' | 'day';
  readonly label: string;
  readonly age: number;
  readonly increment: number;
}

export const ranges: readonly [Range, ...Range[]] = [
  { id: 'minute', label: 'Last minute', age: 60, increment: 5 },
  { id: 'ten-minutes', label: 'Ten minutes', age: 600, increment: 10 },
  { id: 'hour', label: 'Hour', age: 3600, increment: 60 },
  { id: 'day', label: 'Day', age: 86_400, increment: 1800 },
];

/** The range of a name in the address; the first for any other. */
export function rangeOf(id: string | null): Range {
  return ranges.find((range) => range.id === id) ?? ranges[0];
}

/** What asks the API for the samples of a range. */
export function samplesOf({ age, increment }: Range) {
  return {
    lengths_age: age,
    lengths_incr: increment,
    msg_rates_age: age,
    msg_rates_incr: increment,
    data_rates_age: age,
    data_rates_incr: increment,
    node_stats_age: age,
    node_stats_incr: increment,
  };
}
