import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { api } from '@/api/client';
import { ApiError } from '@/api/errors';
import { overviewKey } from '@/api/queries/overview';
import { sessionKey } from '@/session/useSession';
import { listen } from './listen';
import { LiveContext, type LiveState } from './live';
import { changeKey } from './useChange';

/** How long a silence may last before what is shown counts as old: two samples and a little. */
const STALE_AFTER = 12_000;
const POLL_EVERY = 5000;
const RECONNECT_AFTER = [1000, 2000, 5000];

/**
 * Keeps what is shown up to date: by one stream of events, of which each sample also has the lists on the page read again; while there is no
 * stream, by polling; and when the broker is gone, by looking for it.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>({ mode: 'connecting', updatedAt: Date.now(), alarms: [] });

  useEffect(() => {
    const ending = new AbortController();
    let failures = 0;

    const refresh = () =>
      queries.isMutating({ mutationKey: changeKey }) === 0 &&
      queries.invalidateQueries({ predicate: (query) => query.meta?.live === true, refetchType: 'active' });

    const noteData = (mode: LiveState['mode']) => {
      failures = 0;
      setState((old) => {
        if (old.mode === 'gone') {
          void queries.invalidateQueries({ refetchType: 'active' });
        }
        return { ...old, mode, updatedAt: Date.now() };
      });
    };

    async function streamOnce() {
      await listen(ending.signal, STALE_AFTER, {
        overview: (overview) => {
          queries.setQueryData(overviewKey, overview);
          noteData('live');
          void refresh();
        },
        alarms: (alarms) => setState((old) => ({ ...old, alarms })),
      });
    }

    async function pollOnce() {
      queries.setQueryData(overviewKey, await api.get('/api/overview', { signal: ending.signal }));
      noteData('polling');
      void refresh();
    }

    async function run() {
      while (!ending.signal.aborted) {
        try {
          await streamOnce();
          // It ended by itself: the broker stops.
        } catch (error) {
          if (noteLogout(error)) {
            return;
          }
        }
        if (ending.signal.aborted) {
          return;
        }
        try {
          await pollOnce();
          await pause(POLL_EVERY, ending.signal);
        } catch (error) {
          if (noteLogout(error) || ending.signal.aborted) {
            return;
          }
          setState((old) => ({ ...old, mode: 'gone' }));
          await pause(RECONNECT_AFTER[Math.min(failures++, RECONNECT_AFTER.length - 1)] ?? POLL_EVERY, ending.signal);
        }
      }
    }

    function noteLogout(error: unknown): boolean {
      const isOut = error instanceof ApiError && error.isLoggedOut;
      if (isOut) {
        queries.setQueryData(sessionKey, null);
      }
      return isOut;
    }

    void run();
    return () => ending.abort();
  }, [queries]);

  const value = useMemo(() => state, [state]);
  return <LiveContext value={value}>{children}</LiveContext>;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
