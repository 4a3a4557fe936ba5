import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type BodyOf } from '../client';
import { nameInPath } from './exchanges';
import type { QueueName } from './queue';

export type BrowsedMessages = Answer<'/api/queues/{vhost}/{name}/messages'>;
export type BrowsedMessage = BrowsedMessages['items'][number];
export type MessageProperties = BrowsedMessage['properties'];
export type TakenMessage = Awaited<ReturnType<typeof getMessages>>[number];
export type AckMode = BodyOf<'/api/queues/{vhost}/{name}/get', 'post'>['ackmode'];
export type Publication = BodyOf<'/api/exchanges/{vhost}/{name}/publish', 'post'>;

/** Which part of a queue is looked at. */
export interface BrowseRequest {
  readonly after?: string | undefined;
  readonly offset?: number | undefined;
  readonly contains?: string | undefined;
  readonly count: number;
  readonly truncate: number;
}

/** How much of a payload a list needs, and how much can be had at most. */
export const previewBytes = 2000;
export const mostBytes = 1 << 20;

function queryOf({ after, offset, contains, count, truncate }: BrowseRequest) {
  return {
    count,
    truncate,
    ...(after === undefined ? {} : { after }),
    ...(offset === undefined ? {} : { offset }),
    ...(contains === undefined ? {} : { contains }),
  };
}

/** Ready messages, which stay as they are. Not live: what one reads does not move away. */
export function useMessages({ vhost, name }: QueueName, request: BrowseRequest, isEnabled = true) {
  return useQuery({
    queryKey: ['queue', vhost, name, 'messages', request] as const,
    queryFn: ({ signal }) =>
      api.get('/api/queues/{vhost}/{name}/messages', { path: { vhost, name }, query: queryOf(request), signal }),
    enabled: isEnabled,
    placeholderData: (before) => before,
    gcTime: 0,
  });
}

/** Takes messages, and gives them back or not, as the mode says. */
export function getMessages({ vhost, name }: QueueName, count: number, ackmode: AckMode) {
  return api.post('/api/queues/{vhost}/{name}/get', {
    path: { vhost, name },
    body: { count, ackmode, encoding: 'auto', truncate: mostBytes },
  });
}

/** Publishes a message; the answer tells whether it went into a queue. "" is the default exchange. */
export function publish(vhost: string, exchange: string, body: Publication) {
  return api.post('/api/exchanges/{vhost}/{name}/publish', {
    path: { vhost, name: nameInPath(exchange) },
    body,
  });
}

export const purgeQueue = ({ vhost, name }: QueueName) =>
  api.delete('/api/queues/{vhost}/{name}/contents', { path: { vhost, name } });
