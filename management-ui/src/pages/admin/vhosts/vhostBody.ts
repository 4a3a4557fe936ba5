import type { BodyOf } from '@/api/client';
import type { VirtualHost } from '@/api/queries/admin';

export interface VhostDraft {
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Empty for the broker's own. */
  readonly type: string;
  readonly isTraced: boolean;
}

export function draftOf(
  vhost: Pick<VirtualHost, 'name' | 'description' | 'tags' | 'default_queue_type' | 'tracing'> | undefined,
): VhostDraft {
  return {
    name: vhost?.name ?? '',
    description: vhost?.description ?? '',
    tags: vhost?.tags ?? [],
    type: defaultTypeOf(vhost?.default_queue_type) ?? '',
    isTraced: vhost?.tracing ?? false,
  };
}

/** The type that queues get which do not say one; undefined when the virtual host leaves that to the broker. */
export function defaultTypeOf(type: string | undefined): string | undefined {
  return type === undefined || type === '' || type === 'undefined' ? undefined : type;
}

/** What queues become here that do not say a type. */
export function tellDefaultType(type: string | undefined): string {
  const chosen = defaultTypeOf(type);
  return chosen === undefined ? 'queues of the usual type' : `${chosen} queues`;
}

/** What to send: everything, since what is left out is forgotten. */
export function bodyOf({ description, tags, type, isTraced }: VhostDraft): BodyOf<'/api/vhosts/{vhost}', 'put'> {
  return {
    description,
    tags: tags.join(','),
    tracing: isTraced,
    ...(type === '' ? {} : { default_queue_type: type }),
  };
}
