import { formatByteRate, formatBytes, formatCount, formatShortCount } from '@/format';

type Format = (value: number | null | undefined) => string;

const decimal = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((exponent) =>
  // As what 10 is divided by, not as a multiple of 0.1, which is not a number that can be had.
  [1, 2, 5].map((step) => (exponent < 0 ? step / 10 ** -exponent : step * 10 ** exponent)),
);
const whole = decimal.filter((step) => step >= 1);
const binary = Array.from({ length: 51 }, (_, exponent) => 2 ** exponent);

/** How far the lines of a chart's scale may be apart, so that each reads as a round figure in its unit and no two read the same. */
export function stepsOf(format: Format): number[] {
  switch (format) {
    case formatBytes:
    case formatByteRate:
      return binary;
    case formatCount:
    case formatShortCount:
      return whole;
    default:
      return decimal;
  }
}
