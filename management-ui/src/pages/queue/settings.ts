import type { Policy, QueueDetail } from '@/api/queries/queue';

export type Origin = 'argument' | 'policy' | 'operator policy';

export interface Source {
  readonly origin: Origin;
  /** Of the policy. */
  readonly name?: string | undefined;
  readonly value: unknown;
}

/** One setting that holds for a queue: where it comes from, and what else was said about it. */
export interface Setting {
  /** As policies call it: `max-length`. */
  readonly key: string;
  readonly holds: Source;
  /** What others said and does not hold. */
  readonly overruled: readonly Source[];
}

export interface Policies {
  readonly users: readonly Policy[];
  readonly operators: readonly Policy[];
}

/** Of these the lowest number holds, whoever says it; of all others what the argument says, then the operator, then the user's policy. */
const lowest: ReadonlySet<string> = new Set([
  'message-ttl',
  'expires',
  'max-length',
  'max-length-bytes',
  'delivery-limit',
  'consumer-timeout',
]);

/** Arguments that only an argument can say, and that are shown elsewhere. */
const shownElsewhere: ReadonlySet<string> = new Set(['queue-type']);

type Described = Pick<
  QueueDetail,
  'arguments' | 'policy' | 'operator_policy' | 'effective_policy_definition' | 'vhost'
>;

/** What holds for a queue, by name of the setting. Without the policies only what they make together is known. */
export function settingsOf(queue: Described, policies: Policies | undefined): Setting[] {
  const said = new Map<string, Source[]>();
  const add = (key: string, source: Source) => said.set(key, [...(said.get(key) ?? []), source]);
  for (const [name, value] of Object.entries(queue.arguments)) {
    add(name.replace(/^x-/, ''), { origin: 'argument', value });
  }
  const user = policies?.users.find(({ name }) => name === queue.policy);
  const operator = policies?.operators.find(({ name }) => name === queue.operator_policy);
  for (const [key, value] of Object.entries(queue.effective_policy_definition)) {
    const ofOperator = operator !== undefined && key in operator.definition;
    const ofUser = user !== undefined && key in user.definition;
    if (ofOperator) {
      add(key, { origin: 'operator policy', name: operator.name, value: operator.definition[key] });
    }
    if (ofUser) {
      add(key, { origin: 'policy', name: user.name, value: user.definition[key] });
    }
    if (!ofOperator && !ofUser) {
      const isOperators = queue.policy === null && queue.operator_policy !== null;
      add(key, {
        origin: isOperators ? 'operator policy' : 'policy',
        name: (isOperators ? queue.operator_policy : queue.policy) ?? undefined,
        value,
      });
    }
  }
  return [...said]
    .filter(([key]) => !shownElsewhere.has(key))
    .map(([key, sources]) => toSetting(key, sources))
    .sort((one, other) => one.key.localeCompare(other.key));
}

function toSetting(key: string, sources: readonly Source[]): Setting {
  const byRank = lowest.has(key)
    ? [...sources].sort((one, other) => Number(one.value) - Number(other.value))
    : [...sources];
  const [holds, ...overruled] = byRank as [Source, ...Source[]];
  return { key, holds, overruled };
}

export function settingNamed(settings: readonly Setting[], key: string): Setting | undefined {
  return settings.find((setting) => setting.key === key);
}

/** Where a value comes from, in words: `policy order-limits`, `argument x-max-length`. */
export function describeSource(key: string, { origin, name }: Source): string {
  return origin === 'argument' ? `argument x-${key}` : `${origin} ${name ?? ''}`.trim();
}
