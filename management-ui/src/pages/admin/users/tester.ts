import { allows } from '@/session/pattern';
import { defaultExchange, expand, type Right } from '@/session/rights';

export interface Grants {
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

export interface TopicGrants {
  readonly user: string;
  readonly vhost: string;
  readonly exchange: string;
  readonly write: string;
  readonly read: string;
}

/** One thing that somebody may or may not do, and why. */
export interface Judgement {
  readonly deed: string;
  readonly right: Right;
  /** The pattern that decides. */
  readonly pattern: string;
  /** Undefined when only the broker can tell. */
  readonly isAllowed: boolean | undefined;
  /** Said when it is not the pattern alone that decides. */
  readonly note?: string;
}

const ofQueue: readonly (readonly [deed: string, right: Right])[] = [
  ['Declare or delete it', 'configure'],
  ['Bind it to an exchange', 'write'],
  ['Consume, get, browse or purge', 'read'],
];

const ofExchange: readonly (readonly [deed: string, right: Right])[] = [
  ['Declare or delete it', 'configure'],
  ['Publish to it, or bind it to another', 'write'],
  ['Bind queues and exchanges to it', 'read'],
];

/** What the permission of a user in a virtual host lets them do with a queue or an exchange. */
export function judge(grants: Grants, kind: 'queue' | 'exchange', name: string): Judgement[] {
  const matched = kind === 'exchange' && name === '' ? defaultExchange : name;
  const judgements: Judgement[] = (kind === 'queue' ? ofQueue : ofExchange).map(([deed, right]) => ({
    deed,
    right,
    pattern: grants[right],
    isAllowed: allows(grants[right], matched),
  }));
  return kind === 'exchange'
    ? judgements
    : [
        ...judgements,
        {
          deed: 'Publish straight to it',
          right: 'write',
          pattern: grants.write,
          isAllowed: allows(grants.write, defaultExchange),
          note: `by way of the default exchange: ${defaultExchange} decides`,
        },
      ];
}

/** What a topic permission adds: whether a routing key may be used. Without one for the exchange, any may. */
export function judgeKey(topic: TopicGrants | undefined, key: string): Judgement[] {
  return (
    [
      ['Publish with this routing key', 'write'],
      ['Bind with this routing key', 'read'],
    ] as const
  ).map(([deed, right]) =>
    topic === undefined
      ? { deed, right, pattern: '', isAllowed: true, note: 'no topic permission for this exchange: any key' }
      : { deed, right, pattern: topic[right], isAllowed: allows(expand(topic[right], topic), key) },
  );
}
