/** Shown where there is no value. */
export const NONE = '–';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 4 });

/** A count, to the last digit: `12,345`. */
export function formatCount(value: number | null | undefined): string {
  return value == null ? NONE : whole.format(value);
}

/** A count for little room: `12.35K`. */
export function formatShortCount(value: number | null | undefined): string {
  return value == null ? NONE : Math.abs(value) < 10_000 ? whole.format(value) : short.format(value);
}

/** What happens in a second: `0.4/s`, `37/s`, `12.35K/s`. */
export function formatRate(perSecond: number | null | undefined): string {
  if (perSecond == null) {
    return NONE;
  }
  const digits = perSecond !== 0 && Math.abs(perSecond) < 10 ? 1 : 0;
  const shown = Math.abs(perSecond) < 10_000 ? round(perSecond, digits) : short.format(perSecond);
  return `${shown}/s`;
}

/** So many of what has a plural in s: `1 queue`, `1,204 queues`. */
export function formatMany(count: number, word: string): string {
  return `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** A part of a whole: `12%`. */
export function formatPercent(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((part / whole) * 100)}%` : NONE;
}

function round(value: number, digits: number): string {
  const shown = value.toFixed(digits);
  // What is not nothing must not look like nothing.
  if (Number(shown) === 0 && value > 0) {
    return '<0.1';
  }
  return Number(shown).toLocaleString('en', { maximumFractionDigits: digits });
}
