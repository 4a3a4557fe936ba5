import { formatCount } from './numbers';

/** The word for one thing or several: `queue`, `queues`, `policies`, `publishes`. */
function pluralOf(thing: string, count: number): string {
  if (count === 1) {
    return thing;
  }
  return thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}${thing.endsWith('sh') ? 'es' : 's'}`;
}

/** How many of something there are: `1 queue`, `1,200 messages`. */
export function formatMany(count: number, thing: string): string {
  return `${formatCount(count)} ${pluralOf(thing, count)}`;
}
