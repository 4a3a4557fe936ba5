import { describe, expect, test } from 'vitest';
import {
  formatAge,
  formatByteRate,
  formatBytes,
  formatCount,
  formatDuration,
  formatMany,
  formatMoment,
  formatPercent,
  formatRate,
  formatShortCount,
  NONE,
} from '.';

describe('numbers', () => {
  test.each([
    [0, '0'],
    [12_345, '12,345'],
    [null, NONE],
    [undefined, NONE],
  ])('the count %s is shown as %s', (value, shown) => expect(formatCount(value)).toBe(shown));

  test.each([
    [9999, '9,999'],
    [12_345, '12.35K'],
    [9_876_543, '9.877M'],
  ])('the count %s is shortened to %s', (value, shown) => expect(formatShortCount(value)).toBe(shown));

  test.each([
    [0, '0/s'],
    [0.4, '0.4/s'],
    [0.04, '<0.1/s'],
    [9.96, '10/s'],
    [37.4, '37/s'],
    [2500, '2,500/s'],
    [-1.5, '-1.5/s'],
    [123_456, '123.5K/s'],
    [undefined, NONE],
  ])('the rate %s is shown as %s', (value, shown) => expect(formatRate(value)).toBe(shown));

  test('a part of nothing is no percentage', () => {
    expect(formatPercent(1, 0)).toBe(NONE);
    expect(formatPercent(1, 3)).toBe('33%');
  });
});

describe('bytes', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [1_572_864, '1.5 MiB'],
    [1024 ** 2 - 1, '1.0 MiB'],
    [200 * 1024 ** 3, '200 GiB'],
    [null, NONE],
  ])('%s bytes are shown as %s', (value, shown) => expect(formatBytes(value)).toBe(shown));

  test('rates of bytes have their unit', () => expect(formatByteRate(2048)).toBe('2.0 KiB/s'));
});

test.each([
  [1, 'queue', '1 queue'],
  [0, 'binding', '0 bindings'],
  [1200, 'policy', '1,200 policies'],
  [3, 'publish', '3 publishes'],
])('%s times %s is shown as %s', (count, thing, shown) => expect(formatMany(count, thing)).toBe(shown));

describe('times', () => {
  test.each([
    [0, '0 ms'],
    [250, '250 ms'],
    [1000, '1 s'],
    [61_000, '1 min 1 s'],
    [3_600_000, '1 h'],
    [90_061_000, '1 d 1 h'],
    [86_405_000, '1 d'],
    [undefined, NONE],
  ])('%s milliseconds are shown as %s', (value, shown) => expect(formatDuration(value)).toBe(shown));

  test.each([
    [1000, 'just now'],
    [65_000, '1 min ago'],
    [7_300_000, '2 h ago'],
  ])('what was %s ms ago is shown as %s', (age, shown) =>
    expect(formatAge(1_000_000_000 - age, 1_000_000_000)).toBe(shown),
  );

  test('moments are taken as numbers and as texts', () => {
    expect(formatAge('2026-01-01T00:00:00.000+00:00', Date.UTC(2026, 0, 1, 1))).toBe('1 h ago');
    expect(formatMoment(Date.UTC(2026, 0, 1))).toBe(formatMoment('2026-01-01T00:00:00Z'));
    expect(formatMoment('soon')).toBe(NONE);
  });
});
