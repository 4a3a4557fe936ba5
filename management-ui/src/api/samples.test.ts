import { describe, expect, test } from 'vitest';
import { toRates, toValues } from './samples';

const samples = [
  { sample: 130, timestamp: 20_000 },
  { sample: 30, timestamp: 10_000 },
  { sample: 5, timestamp: 5000 },
];

describe('samples', () => {
  test('of a length are values, oldest first', () => {
    expect(toValues({ rate: 0, samples })).toEqual({ times: [5, 10, 20], values: [5, 30, 130] });
  });

  test('of a counter are rates between each two', () => {
    expect(toRates({ rate: 0, samples })).toEqual({ times: [10, 20], values: [5, 10] });
  });

  test('of a counter that began anew have a gap', () => {
    const restarted = [{ sample: 3, timestamp: 15_000 }, ...samples.slice(1)];
    expect(toRates({ rate: 0, samples: restarted }).values).toEqual([5, null]);
  });

  test.each([undefined, { rate: 0 }, { rate: 0, samples: [] }])('that are not there are no points: %o', (details) => {
    expect(toRates(details)).toEqual({ times: [], values: [] });
    expect(toValues(details)).toEqual({ times: [], values: [] });
  });
});
