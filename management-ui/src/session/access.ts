import type { Answer } from '@/api/client';

export type WhoAmI = Answer<'/api/whoami'>;

/** What someone may do, by tags: what is not allowed is not offered. The broker has the last word. */
export interface Access {
  readonly isAdministrator: boolean;
  /** Sees everything that goes on. */
  readonly isMonitor: boolean;
  /** Sets policies and parameters where it has access. */
  readonly isPolicymaker: boolean;
  /** Looks only: has the tag monitoring and no other that changes things. */
  readonly isReadOnly: boolean;
}

export function accessOf({ tags }: Pick<WhoAmI, 'tags'>): Access {
  const isAdministrator = tags.includes('administrator');
  const isPolicymaker = isAdministrator || tags.includes('policymaker');
  return {
    isAdministrator,
    isPolicymaker,
    isMonitor: isAdministrator || tags.includes('monitoring'),
    isReadOnly: !isPolicymaker && tags.includes('monitoring') && !tags.includes('management'),
  };
}
