import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { api, type Row } from '../client';
import { ApiError } from '../errors';
import { type ListRequest, queryOf } from './lists';
import { type Range, samplesOf } from './ranges';

export type Connection = Row<'/api/connections'>;
export type Channel = Row<'/api/channels'>;
export type Consumer = Row<'/api/consumers'>;
export type Closed = Row<'/api/closed'>;

/** A page of the connections, of all virtual hosts or of one. */
export function useConnections(vhost: string | undefined, list: ListRequest) {
  return useQuery({
    queryKey: ['connections', 'list', vhost, list] as const,
    queryFn: ({ signal }) => api.page('/api/connections', { query: queryOf(list), headers: within(vhost), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

/** A connection; once it has ended it is asked for no more, and what was known of it stays. */
export function useConnection(name: string, range: Range) {
  return useQuery({
    queryKey: ['connections', name, range.id] as const,
    queryFn: ({ signal }) =>
      api.get('/api/connections/{connection}', { path: { connection: name }, query: samplesOf(range), signal }),
    meta: live,
    placeholderData: (before) => before,
    enabled: (query) => !isMissing(query.state.error),
  });
}

/** The channels of a connection. */
export function useConnectionChannels(name: string, isOpen: boolean) {
  return useQuery({
    queryKey: ['connections', name, 'channels'] as const,
    queryFn: ({ signal }) => api.list('/api/connections/{connection}/channels', { path: { connection: name }, signal }),
    meta: live,
    enabled: (query) => isOpen && !isMissing(query.state.error),
  });
}

/** The queues that go with a connection. */
export function useExclusiveQueues(connection: string, isOpen: boolean) {
  return useQuery({
    queryKey: ['queues', 'exclusive', connection] as const,
    queryFn: ({ signal }) =>
      api.page('/api/queues', {
        query: {
          page: 1,
          page_size: 500,
          columns: 'name,vhost,messages',
          filter: `owner_pid_details.name="${connection}"`,
        },
        signal,
      }),
    meta: live,
    enabled: isOpen,
  });
}

/** Closes a connection; its client is told the reason. */
export function closeConnection(name: string, reason: string) {
  return api.delete('/api/connections/{connection}', {
    path: { connection: name },
    headers: reason === '' ? {} : { 'X-Reason': toHeader(reason) },
  });
}

/** A page of the channels, of all virtual hosts or of one. */
export function useChannels(vhost: string | undefined, list: ListRequest) {
  return useQuery({
    queryKey: ['channels', 'list', vhost, list] as const,
    queryFn: ({ signal }) => api.page('/api/channels', { query: queryOf(list), headers: within(vhost), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

/** A channel with its consumers; once it has ended it is asked for no more. */
export function useChannel(name: string, range: Range) {
  return useQuery({
    queryKey: ['channels', name, range.id] as const,
    queryFn: ({ signal }) =>
      api.get('/api/channels/{channel}', { path: { channel: name }, query: samplesOf(range), signal }),
    meta: live,
    placeholderData: (before) => before,
    enabled: (query) => !isMissing(query.state.error),
  });
}

/** A page of the consumers, of all virtual hosts or of one. */
export function useConsumers(vhost: string | undefined, list: ListRequest) {
  return useQuery({
    queryKey: ['consumers', 'list', vhost, list] as const,
    queryFn: ({ signal }) =>
      vhost === undefined
        ? api.page('/api/consumers', { query: queryOf(list), signal })
        : api.page('/api/consumers/{vhost}', { path: { vhost }, query: queryOf(list), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

/** Ends one consumer; its client is told. */
export function cancelConsumer({
  queue,
  channel_details,
  consumer_tag,
}: Pick<Consumer, 'queue' | 'channel_details' | 'consumer_tag'>) {
  return api.delete('/api/consumers/{vhost}/{channel}/{tag}', {
    path: { vhost: queue.vhost, channel: channel_details.name, tag: consumer_tag },
  });
}

/** A page of the connections and channels that ended, of all virtual hosts or of one. */
export function useClosed(vhost: string | undefined, list: ListRequest) {
  return useQuery({
    queryKey: ['closed', 'list', vhost, list] as const,
    queryFn: ({ signal }) => api.page('/api/closed', { query: queryOf(list), headers: within(vhost), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

/** What ended last under a filter, newest first. */
export function useLastClosed(filter: string, isWanted = true) {
  return useQuery({
    queryKey: ['closed', 'last', filter] as const,
    queryFn: async ({ signal }) =>
      (
        await api.page('/api/closed', {
          query: { page: 1, page_size: 20, sort: 'closed_at', sort_reverse: true, filter },
          signal,
        })
      ).items,
    meta: live,
    enabled: isWanted,
  });
}

/** Whether the broker says that there is no such thing. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** A text as the value of a header: bytes of UTF-8, which the broker reads as such. */
function toHeader(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function within(vhost: string | undefined): Record<string, string> {
  return vhost === undefined ? {} : { 'x-vhost': vhost };
}
