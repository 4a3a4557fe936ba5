import type { Right, Rights } from './rights';

/** What is asked for something: the right to one queue or exchange. */
export interface Need {
  readonly right: Right;
  readonly name: string;
}

interface Named {
  readonly vhost: string;
  readonly name: string;
}

/** What may be done with a queue, by what the broker asks for it. Who only looks is not offered what changes anything. */
export function deedsWithQueue(rights: Rights, isReadOnly: boolean, { vhost, name }: Named) {
  const may = (right: Right, what = name) => rights.may(right, vhost, what);
  const mayChange = !isReadOnly;
  return {
    browse: may('read'),
    /** Get messages, and purge. */
    take: mayChange && may('read'),
    /** Move or copy messages to somewhere. */
    transfer: mayChange && may('read') && rights.mayAny('write', vhost),
    /** Publish straight to it, by the default exchange. */
    publish: mayChange && may('write', ''),
    /** Publish what is in it once more, to an exchange of one's choice. */
    republish: mayChange && rights.mayAny('write', vhost),
    remove: mayChange && may('configure'),
    /** Bind it to some exchange. */
    bind: mayChange && may('write') && rights.mayAny('read', vhost),
  };
}

/** What may be done with an exchange. */
export function deedsWithExchange(rights: Rights, isReadOnly: boolean, { vhost, name }: Named) {
  const may = (right: Right) => !isReadOnly && rights.may(right, vhost, name);
  return {
    publish: may('write'),
    remove: may('configure'),
    /** Bind some queue or exchange to it. */
    bind: may('read') && rights.mayAny('write', vhost),
  };
}

interface BindingEnds {
  readonly vhost: string;
  readonly source: string;
  readonly destination: string;
  readonly routing_key: string;
}

/** Whether a binding may be made or taken away. */
export function mayBind(
  rights: Rights,
  { vhost, source, destination, routing_key: key }: BindingEnds,
  isTopic: boolean,
) {
  return (
    rights.may('write', vhost, destination) &&
    rights.may('read', vhost, source) &&
    !(isTopic && rights.refusedBy('read', vhost, source, key) !== undefined)
  );
}

/** The argument by which a queue or an exchange passes messages on to an exchange. */
export const passingOn = { queue: 'x-dead-letter-exchange', exchange: 'alternate-exchange' } as const;

/** What declaring takes that the user has no right to; undefined when nothing. */
export function missingToDeclare(
  rights: Rights,
  kind: keyof typeof passingOn,
  { vhost, name }: Named,
  args: Readonly<Record<string, unknown>>,
): Need | undefined {
  const target = args[passingOn[kind]];
  const needs: readonly Need[] = [
    { right: 'configure', name },
    ...(typeof target === 'string'
      ? ([
          { right: 'read', name },
          { right: 'write', name: target },
        ] as const)
      : []),
  ];
  return needs.find((need) => !rights.may(need.right, vhost, need.name));
}
