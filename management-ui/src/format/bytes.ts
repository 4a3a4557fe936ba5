import { NONE } from './numbers';

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes, in the unit that leaves one to four digits: `512 B`, `1.5 MiB`. */
export function formatBytes(bytes: number | null | undefined): string {
  if (bytes == null) {
    return NONE;
  }
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = unit === 0 || Math.abs(value) >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** Bytes in a second. */
export function formatByteRate(perSecond: number | null | undefined): string {
  return perSecond == null ? NONE : `${formatBytes(perSecond)}/s`;
}
