import type { WhoAmI } from './access';
import { allows, allowsNothing } from './pattern';

export type Right = 'configure' | 'write' | 'read';

/** What the default exchange, whose name is empty, is called where it is held against a pattern. */
export const defaultExchange = 'amq.default';

/** What the permissions of a user allow. Where a browser cannot tell, it is allowed: the broker decides. */
export interface Rights {
  /** Whether what is in a virtual host may be seen. */
  readonly mayEnter: (vhost: string) => boolean;
  /** Whether the user has a right to a queue or an exchange; the name of the default exchange is empty. */
  readonly may: (right: Right, vhost: string, name: string) => boolean;
  /** Whether there can be a queue or an exchange that the user has a right to. */
  readonly mayAny: (right: Right, vhost: string) => boolean;
  /** The virtual hosts where there can be one. */
  readonly vhostsWith: (right: Right) => readonly string[];
  /** The pattern of a right; undefined when there is no permission at all. */
  readonly patternOf: (right: Right, vhost: string) => string | undefined;
  /** Whether some exchange of a virtual host may only be used with some routing keys, if it is a topic exchange. */
  readonly hasTopics: (vhost: string) => boolean;
  /** The pattern that keys of a topic exchange are to match, when this one is refused: to publish (write) or to bind (read). */
  readonly refusedBy: (right: 'write' | 'read', vhost: string, exchange: string, key: string) => string | undefined;
}

type Grants = Pick<WhoAmI, 'name' | 'tags' | 'permissions' | 'topic_permissions'>;

export function rightsOf({ tags, permissions, topic_permissions: topics }: Grants): Rights {
  const byVhost = new Map(permissions.map((permission) => [permission.vhost, permission]));
  const patternOf = (right: Right, vhost: string) => byVhost.get(vhost)?.[right];
  const mayAny = (right: Right, vhost: string) => !allowsNothing(patternOf(right, vhost) ?? '');
  return {
    mayEnter: (vhost) => tags.includes('administrator') || byVhost.has(vhost),
    may: (right, vhost, name) => {
      const pattern = patternOf(right, vhost);
      return pattern !== undefined && (allows(pattern, name === '' ? defaultExchange : name) ?? true);
    },
    mayAny,
    vhostsWith: (right) => permissions.map(({ vhost }) => vhost).filter((vhost) => mayAny(right, vhost)),
    patternOf,
    hasTopics: (vhost) => topics.some((topic) => topic.vhost === vhost),
    refusedBy: (right, vhost, exchange, key) => {
      const topic = topics.find((one) => one.vhost === vhost && one.exchange === exchange);
      return topic === undefined || (allows(expand(topic[right], topic), key) ?? true) ? undefined : topic[right];
    },
  };
}

/** Puts in what stands for user and virtual host; they mean themselves, whatever is in them. */
export function expand(pattern: string, { user, vhost }: { readonly user: string; readonly vhost: string }): string {
  return pattern.replaceAll('{username}', () => quote(user)).replaceAll('{vhost}', () => quote(vhost));
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
