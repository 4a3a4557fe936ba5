import type { ExchangeBinding } from '@/api/queries/exchanges';

/** Why a binding that the broker says does not match does not, for people. */
export function tellMiss(
  type: string,
  { routing_key: key, arguments: args }: Pick<ExchangeBinding, 'routing_key' | 'arguments'>,
  routingKeys: readonly string[],
): string {
  const given = routingKeys.map((one) => (one === '' ? 'empty' : `“${one}”`)).join(' or ');
  switch (type) {
    case 'direct':
      return `the key is ${given}, not “${key}”`;
    case 'topic':
      return tellTopicMiss(key, routingKeys[0] ?? '', given);
    case 'headers':
      return tellHeadersMiss(args);
    case 'x-consistent-hash':
      return 'the hash of the message leads elsewhere';
    default:
      return `it is not for ${given}`;
  }
}

function tellTopicMiss(pattern: string, routingKey: string, given: string): string {
  const words = pattern.split('.');
  const got = routingKey.split('.');
  if (!words.includes('#') && words.length !== got.length) {
    return `it takes keys of ${countOf(words.length)}, and ${given} has ${got.length}`;
  }
  // Up to the first # the words stand at the same places.
  const end = words.indexOf('#');
  const at = words
    .slice(0, end < 0 ? words.length : end)
    .findIndex((word, index) => word !== '*' && word !== got[index]);
  return at >= 0
    ? got[at] === undefined
      ? `a word “${words[at]}” is missing`
      : `word ${at + 1} is “${got[at]}”, not “${words[at]}”`
    : `${given} is not like it`;
}

function tellHeadersMiss(args: Readonly<Record<string, unknown>>): string {
  const wanted = Object.entries(args).filter(([name]) => !name.startsWith('x-'));
  if (wanted.length === 0) {
    return 'it asks for no header, so none fits';
  }
  const shown = wanted.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ');
  return String(args['x-match'] ?? 'all').startsWith('any') ? `none of ${shown}` : `not all of ${shown}`;
}

function countOf(words: number): string {
  return words === 1 ? 'one word' : `${words} words`;
}
