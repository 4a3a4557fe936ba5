import { describe, expect, test } from 'vitest';
import { formatByteRate, formatBytes, formatCount, formatRate, formatShortCount } from '@/format';
import { stepsOf } from './steps';

describe('the steps of a scale', () => {
  test.each([
    ['bytes', formatBytes],
    ['bytes a second', formatByteRate],
    ['counts', formatCount],
    ['short counts', formatShortCount],
    ['rates', formatRate],
  ] as const)('read as different figures for %s', (_, format) => {
    for (const step of stepsOf(format).filter((step) => step < 1e12)) {
      const read = [1, 2, 3, 4].map((times) => format(step * times));
      expect(new Set(read).size, `${step}: ${read}`).toBe(read.length);
    }
  });

  test('are round in binary units for bytes', () => {
    expect(stepsOf(formatBytes).map(formatBytes)).toContain('256 KiB');
    expect(stepsOf(formatBytes).map(formatBytes)).toContain('1.0 MiB');
  });

  test('are never parts of a message', () => {
    expect(Math.min(...stepsOf(formatShortCount))).toBe(1);
  });
});
