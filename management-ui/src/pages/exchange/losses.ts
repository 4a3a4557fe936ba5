import type { ExchangeBinding } from '@/api/queries/exchanges';
import { formatCount, formatMany, formatRate } from '@/format';

/** What goes with an exchange, for people. */
export function lossesOf(
  type: string,
  from: readonly ExchangeBinding[],
  to: readonly ExchangeBinding[],
  rateIn: number,
): string[] {
  const losses = [`The ${type} exchange itself`];
  if (from.length > 0) {
    const names = [...new Set(from.map(({ destination_type: kind, destination }) => `${kind} ${destination}`))];
    losses.push(`${formatMany(from.length, 'binding')} from it, to ${listSome(names)}`);
  }
  if (to.length > 0) {
    const names = [...new Set(to.map(({ source }) => `exchange ${source}`))];
    losses.push(`${formatMany(to.length, 'binding')} to it, from ${listSome(names)}`);
  }
  if (rateIn > 0) {
    losses.push(`Where ${formatRate(rateIn)} are published to right now: those who publish will get errors`);
  }
  return losses;
}

function listSome(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${formatCount(names.length - 5)} more` : shown;
}
