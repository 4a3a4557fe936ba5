import { type Closed, useLastClosed } from '@/api/queries/clients';
import { connectionOf } from './names';

export interface End {
  /** Whether the broker has been asked. */
  readonly isKnown: boolean;
  /** What ended: the connection or channel itself, or the connection of the channel; undefined when it is not remembered. */
  readonly ended: Closed | undefined;
}

/** How a connection or channel that is gone has ended. */
export function useEnd(kind: 'connection' | 'channel', name: string, isGone: boolean): End {
  const connection = connectionOf(name);
  const ofConnection = `connection="${connection}" type=connection`;
  const { data: connections } = useLastClosed(ofConnection, isGone);
  const { data: channels } = useLastClosed(`connection="${connection}" name="${name}"`, isGone && kind === 'channel');
  return {
    isKnown: connections !== undefined && (kind === 'connection' || channels !== undefined),
    // A connection that ends takes its channels with it: then that is the reason.
    ended: (kind === 'channel' ? channels?.[0] : undefined) ?? connections?.[0],
  };
}
