import type { ArgumentSuggestion } from '@/components/forms/ArgumentsEditor';

export type QueueType = 'classic' | 'quorum';

interface PolicyKey extends ArgumentSuggestion {
  /** Whether operator policies may have it. */
  readonly isForOperators: boolean;
  /** What it is for; of queues, which types. */
  readonly for: readonly ('exchange' | QueueType)[];
}

const queues = ['classic', 'quorum'] as const;

/** The settings of policies that have an effect here. */
export const policyKeys: readonly PolicyKey[] = [
  { name: 'max-length', type: 'number', help: 'Most ready messages', isForOperators: true, for: queues },
  { name: 'max-length-bytes', type: 'number', help: 'Most bytes of ready messages', isForOperators: true, for: queues },
  {
    name: 'overflow',
    type: 'string',
    help: 'What a full queue does',
    choices: ['drop-head', 'reject-publish', 'reject-publish-dlx'],
    isForOperators: true,
    for: queues,
  },
  { name: 'message-ttl', type: 'number', help: 'Milliseconds that a message stays', isForOperators: true, for: queues },
  {
    name: 'expires',
    type: 'number',
    help: 'Milliseconds that an unused queue stays',
    isForOperators: true,
    for: queues,
  },
  {
    name: 'dead-letter-exchange',
    type: 'string',
    help: 'Where messages go that die',
    isForOperators: false,
    for: queues,
  },
  {
    name: 'dead-letter-routing-key',
    type: 'string',
    help: 'With which routing key; their own unless told',
    isForOperators: false,
    for: queues,
  },
  {
    name: 'dead-letter-strategy',
    type: 'string',
    help: 'Whether dead letters are sure to arrive',
    choices: ['at-most-once', 'at-least-once'],
    isForOperators: false,
    for: ['quorum'],
  },
  {
    name: 'delivery-limit',
    type: 'number',
    help: 'How often a message is delivered that comes back',
    isForOperators: true,
    for: ['quorum'],
  },
  {
    name: 'consumer-timeout',
    type: 'number',
    help: 'Milliseconds that a delivery may stay unacked',
    isForOperators: false,
    for: queues,
  },
  {
    name: 'alternate-exchange',
    type: 'string',
    help: 'Where messages go that an exchange cannot route',
    isForOperators: false,
    for: ['exchange'],
  },
];

/** What `apply-to` can say, and how it is shown. */
export const subjects = [
  { value: 'queues', label: 'Queues' },
  { value: 'classic_queues', label: 'Classic queues' },
  { value: 'quorum_queues', label: 'Quorum queues' },
  { value: 'exchanges', label: 'Exchanges' },
  { value: 'all', label: 'Queues and exchanges' },
] as const;

export function tellSubjects(appliesTo: string): string {
  return subjects.find(({ value }) => value === appliesTo)?.label ?? appliesTo;
}

const includes: Readonly<Record<string, readonly ('exchange' | QueueType)[]>> = {
  all: ['exchange', 'classic', 'quorum'],
  queues,
  classic_queues: ['classic'],
  quorum_queues: ['quorum'],
  exchanges: ['exchange'],
};

/** Settings that leave out a type of queue, beside those above. */
const notFor: Readonly<Record<string, QueueType>> = {
  'delivery-limit': 'classic',
  'dead-letter-strategy': 'classic',
  'queue-leader-locator': 'classic',
  'queue-mode': 'quorum',
  'queue-master-locator': 'quorum',
  'ha-mode': 'quorum',
};

/** What a policy is for, by what it applies to and by its settings: one that classic queues do not have leaves them out altogether. */
export function subjectsOf(
  appliesTo: string,
  definition: Readonly<Record<string, unknown>>,
): Set<'exchange' | QueueType> {
  const left = new Set(includes[appliesTo] ?? []);
  for (const name of Object.keys(definition)) {
    const type = notFor[name];
    if (type !== undefined) {
      left.delete(type);
    }
  }
  return left;
}
