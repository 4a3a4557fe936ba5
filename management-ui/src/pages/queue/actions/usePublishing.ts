import { useRef, useState } from 'react';
import { publish } from '@/api/queries/messages';
import { useRefreshQueues } from '@/api/queries/queue';
import { type Draft, toPublication } from './publication';

export interface Outcome {
  readonly sent: number;
  readonly routed: number;
}

/** Publishes one after the other: the order is kept, and it can be stopped. */
export function usePublishing(vhost: string) {
  const refresh = useRefreshQueues();
  const stopped = useRef(false);
  const [progress, setProgress] = useState<number>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<unknown>();

  async function run(draft: Draft, times: number) {
    stopped.current = false;
    setError(undefined);
    setOutcome(undefined);
    setProgress(0);
    const body = toPublication(draft);
    let [sent, routed] = [0, 0];
    try {
      while (sent < times && !stopped.current) {
        const answer = await publish(vhost, draft.exchange, body);
        sent++;
        routed += answer.routed ? 1 : 0;
        setProgress(sent / times);
      }
    } catch (caught) {
      setError(caught);
    }
    setProgress(undefined);
    if (sent > 0) {
      setOutcome({ sent, routed });
      await refresh();
    }
  }

  return {
    run,
    stop: () => {
      stopped.current = true;
    },
    progress,
    outcome,
    error,
  };
}
