import { NONE } from './numbers';

const steps: readonly [seconds: number, unit: string][] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** How long something takes or has taken, by its two largest units: `3 d 4 h`, `12 min`, `250 ms`. */
export function formatDuration(milliseconds: number | null | undefined): string {
  if (milliseconds == null) {
    return NONE;
  }
  if (milliseconds < 1000) {
    return `${Math.max(0, Math.round(milliseconds))} ms`;
  }
  let rest = Math.floor(milliseconds / 1000);
  const parts: string[] = [];
  for (const [seconds, unit] of steps) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) {
      parts.push(`${count} ${unit}`);
    } else if (parts.length > 0) {
      break;
    }
    if (parts.length === 2) {
      break;
    }
  }
  return parts.join(' ');
}

/** How long ago a moment is: `just now`, `5 min ago`. */
export function formatAge(moment: number | string | null | undefined, now = Date.now()): string {
  const time = toTime(moment);
  if (time === undefined) {
    return NONE;
  }
  const age = now - time;
  return age < 5000 ? 'just now' : `${formatDuration(age).replace(/^(\d+ (?:d|h|min|s)).*$/, '$1')} ago`;
}

/** A moment in the reader's own time zone, to the second. */
export function formatMoment(moment: number | string | null | undefined): string {
  const time = toTime(moment);
  return time === undefined
    ? NONE
    : new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** What the API says of a moment, in milliseconds; it says it as a number, or as a text. */
function toTime(moment: number | string | null | undefined): number | undefined {
  if (moment == null) {
    return undefined;
  }
  const time = typeof moment === 'number' ? moment : Date.parse(moment);
  return Number.isNaN(time) ? undefined : time;
}
