import type { ArgumentType } from '@/components/forms/arguments';

export interface ExchangeTypeInfo {
  readonly name: string;
  readonly color: string;
  /** Where it sends a message, in a sentence. */
  readonly rule: string;
  readonly keyHint: string;
  /** Arguments that bindings from it often have. */
  readonly bindingArguments: readonly { readonly name: string; readonly type: ArgumentType }[];
  /** Arguments that it is often declared with. */
  readonly arguments: readonly { readonly name: string; readonly type: ArgumentType }[];
}

const alternate = { name: 'alternate-exchange', type: 'string' } as const;

export const exchangeTypes: readonly ExchangeTypeInfo[] = [
  {
    name: 'direct',
    color: 'cyan',
    rule: 'To all that are bound with the very routing key of the message.',
    keyHint: 'the very key of the message',
    bindingArguments: [],
    arguments: [alternate],
  },
  {
    name: 'topic',
    color: 'violet',
    rule: 'To all whose pattern the routing key is like: * stands for one word, # for any number of words.',
    keyHint: 'a pattern: order.* or order.#',
    bindingArguments: [],
    arguments: [alternate],
  },
  {
    name: 'fanout',
    color: 'orange',
    rule: 'To all that are bound, whatever the routing key.',
    keyHint: 'not looked at',
    bindingArguments: [],
    arguments: [alternate],
  },
  {
    name: 'headers',
    color: 'pink',
    rule: 'To all whose arguments the headers of the message have: all of them, or any.',
    keyHint: 'not looked at',
    bindingArguments: [{ name: 'x-match', type: 'string' }],
    arguments: [alternate],
  },
  {
    name: 'x-consistent-hash',
    color: 'lime',
    rule: 'To one of those bound, always the same for the same routing key, by the weights of the bindings.',
    keyHint: 'a weight: 1, 10',
    bindingArguments: [],
    arguments: [{ name: 'hash-header', type: 'string' }, { name: 'hash-property', type: 'string' }, alternate],
  },
  {
    name: 'x-random',
    color: 'yellow',
    rule: 'To one of those bound, picked anew for each message.',
    keyHint: 'not looked at',
    bindingArguments: [],
    arguments: [alternate],
  },
  {
    name: 'x-delayed-message',
    color: 'blue',
    rule: 'Like the type in x-delayed-type, after the milliseconds in the header x-delay of the message.',
    keyHint: 'as with the type in x-delayed-type',
    bindingArguments: [{ name: 'x-match', type: 'string' }],
    arguments: [{ name: 'x-delayed-type', type: 'string' }, alternate],
  },
  {
    name: 'x-message-deduplication',
    color: 'grape',
    rule: 'To all that are bound, unless a message with the same x-deduplication-header came lately.',
    keyHint: 'not looked at',
    bindingArguments: [],
    arguments: [
      { name: 'x-cache-size', type: 'number' },
      { name: 'x-cache-ttl', type: 'number' },
      { name: 'x-cache-persistence', type: 'string' },
      alternate,
    ],
  },
];

export function typeOf(name: string): ExchangeTypeInfo {
  return (
    exchangeTypes.find((type) => type.name === name) ?? {
      name,
      color: 'gray',
      rule: '',
      keyHint: '',
      bindingArguments: [],
      arguments: [alternate],
    }
  );
}

/** Exchanges that are always there, and cannot be deleted. */
export function isBuiltIn(name: string): boolean {
  return name === '' || name.startsWith('amq.');
}
