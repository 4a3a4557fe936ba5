import type { Policy } from '@/api/queries/admin';
import { matches } from '@/session/pattern';
import { type QueueType, subjectsOf } from './keys';

/** A queue or an exchange, as far as policies look at it. */
export interface Subject {
  readonly name: string;
  readonly kind: 'exchange' | QueueType;
}

type Rule = Pick<Policy, 'vhost' | 'name' | 'pattern' | 'apply-to' | 'definition' | 'priority'>;

/** Whether a policy could hold for something. */
export function appliesTo(policy: Rule, { name, kind }: Subject): boolean {
  return subjectsOf(policy['apply-to'], policy.definition).has(kind) && matches(policy.pattern, name);
}

/** Whether one policy goes before another: by priority, and then by name. */
export function beats(one: Rule, other: Rule): boolean {
  return one.priority !== other.priority ? one.priority > other.priority : one.name < other.name;
}

/** Which other policy takes something from this one; undefined when this one wins. */
export function winnerOver(policy: Rule, others: readonly Rule[], subject: Subject): Rule | undefined {
  return others
    .filter((other) => other.vhost === policy.vhost && other.name !== policy.name)
    .filter((other) => beats(other, policy) && appliesTo(other, subject))
    .reduce<Rule | undefined>((best, other) => (best === undefined || beats(other, best) ? other : best), undefined);
}
