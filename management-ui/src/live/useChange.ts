import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { notifyDone } from '@/components/notify';
import { sessionKey } from '@/session/useSession';

export interface Change {
  /** Does it. */
  readonly run: () => Promise<unknown>;
  /** What to say when it is done. */
  readonly done: string;
  /** Where to go then, away from the page that this is called from: what it was about is gone, or has a page of its own. */
  readonly to?: string;
}

/** The changes that are under way. Nothing live is read meanwhile: the page of what is deleted would ask for what is gone. */
export const changeKey = ['change'] as const;

/** Changes something. Much may hang on that: whatever is shown after it is read again. */
export function useChange() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const untilLeft = useLeaving();
  return useMutation({
    mutationKey: changeKey,
    mutationFn: async ({ run, to }: Change) => {
      if (to !== undefined) {
        await queries.cancelQueries({ predicate: (query) => query.meta?.live === true });
      }
      await run();
      if (to !== undefined) {
        await navigate(to);
        // The address has changed; the page follows once it is drawn.
        await untilLeft();
      }
    },
    onSuccess: (_, { done }) => notifyDone(done),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] }),
  });
}

/** Waits until the component is gone. */
function useLeaving(): () => Promise<void> {
  const leaving = useRef<AbortSignal>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller.signal;
    return () => controller.abort();
  }, []);
  return () =>
    new Promise((resolve) => {
      if (leaving.current?.aborted ?? true) {
        resolve();
      } else {
        leaving.current?.addEventListener('abort', () => resolve());
      }
    });
}
