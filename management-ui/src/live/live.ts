import { createContext, useContext } from 'react';

export interface LiveState {
  /** `live`: events come; `polling`: there are none, but answers; `gone`: nothing answers. */
  readonly mode: 'connecting' | 'live' | 'polling' | 'gone';
  /** When the last figures came. */
  readonly updatedAt: number;
  /** The resources that run out: `memory`, `disk`. */
  readonly alarms: readonly string[];
}

export const LiveContext = createContext<LiveState>({ mode: 'connecting', updatedAt: 0, alarms: [] });

/** How fresh what is shown is, and what alarms there are. */
export function useLive(): LiveState {
  return useContext(LiveContext);
}

/** To be put into a query's `meta`: it is read again with each sample that the broker takes. */
export const live = { live: true } as const;
