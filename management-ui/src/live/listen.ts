import { type Answer, request } from '@/api/client';
import { readEvents } from '@/api/events';

export interface Listener {
  readonly overview: (overview: Answer<'/api/overview'>) => void;
  readonly alarms: (alarms: readonly string[]) => void;
}

/** Listens to the broker's events until the stream ends, stays silent for too long, or is given up. */
export async function listen(signal: AbortSignal, silence: number, listener: Listener): Promise<void> {
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener('abort', end);
  let timer = setTimeout(end, silence);
  try {
    const response = await request('/api/events', { headers: { Accept: 'text/event-stream' }, signal: ending.signal });
    if (response.body === null) {
      return;
    }
    for await (const { event, data } of readEvents(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(end, silence);
      if (event === 'overview') {
        listener.overview(JSON.parse(data) as Answer<'/api/overview'>);
      } else if (event === 'alarms') {
        listener.alarms((JSON.parse(data) as { alarms: string[] }).alarms);
      }
    }
  } catch (error) {
    // Given up by itself: the caller goes on as it does after an end.
    if (!ending.signal.aborted) {
      throw error;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
