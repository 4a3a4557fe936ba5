/** A counter or a length at one moment. */
export interface Sample {
  readonly sample: number;
  readonly timestamp: number;
}

export interface Rate {
  readonly rate: number;
  readonly samples?: readonly Sample[] | undefined;
}

/** Points of a chart, oldest first: seconds since 1970, and values; null where nothing is known. */
export interface Points {
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
}

/** Values as they were sampled: of lengths. */
export function toValues(details: Rate | undefined): Points {
  const samples = oldestFirst(details);
  return { times: samples.map(({ timestamp }) => timestamp / 1000), values: samples.map(({ sample }) => sample) };
}

/** What happened in a second between each two samples: of counters, which only grow; one that falls began anew. */
export function toRates(details: Rate | undefined): Points {
  const samples = oldestFirst(details);
  const values = samples.slice(1).map(({ sample, timestamp }, index) => {
    const before = samples[index];
    const seconds = before === undefined ? 0 : (timestamp - before.timestamp) / 1000;
    return before === undefined || seconds <= 0 || sample < before.sample ? null : (sample - before.sample) / seconds;
  });
  return { times: samples.slice(1).map(({ timestamp }) => timestamp / 1000), values };
}

function oldestFirst(details: Rate | undefined): readonly Sample[] {
  return [...(details?.samples ?? [])].reverse();
}
