import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { live } from '@/live/live';
import { type Answer, api, type Row } from '../client';
import { type ListRequest, queryOf } from './lists';
import { type Range, samplesOf } from './ranges';

export type Exchange = Row<'/api/exchanges'>;
export type ExchangeDetail = Answer<'/api/exchanges/{vhost}/{name}'>;
export type ExchangeBinding = Row<'/api/bindings'>;
type Policy = Row<'/api/policies/{vhost}'>;
export type Explanation = Answer<'/api/explain/{vhost}/{exchange}'>;

/** An exchange by its name; that of the default exchange is empty. */
export interface ExchangeName {
  readonly vhost: string;
  readonly name: string;
}

const defaultInPaths = 'amq.default';

/** The name as paths have it: they have no room for the empty one. */
export function nameInPath(name: string): string {
  return name === '' ? defaultInPaths : name;
}

/** The name that a path means. */
export function nameFromPath(segment: string): string {
  return segment === defaultInPaths ? '' : segment;
}

/** The name as people read it. */
export function shownName(name: string): string {
  return name === '' ? '(default)' : name;
}

/** Where the page of an exchange is. */
export function exchangePath({ vhost, name }: ExchangeName): string {
  return `/exchanges/${encodeURIComponent(vhost)}/${encodeURIComponent(nameInPath(name))}`;
}

/** A page of the exchanges, of all virtual hosts or of one. */
export function useExchanges(vhost: string | undefined, list: ListRequest) {
  return useQuery({
    queryKey: ['exchanges', 'list', vhost, list] as const,
    queryFn: ({ signal }) =>
      vhost === undefined
        ? api.page('/api/exchanges', { query: queryOf(list), signal })
        : api.page('/api/exchanges/{vhost}', { path: { vhost }, query: queryOf(list), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

/** One exchange with the samples of a range. */
export function useExchange({ vhost, name }: ExchangeName, range: Range) {
  return useQuery({
    queryKey: ['exchanges', 'one', vhost, name, range.id] as const,
    queryFn: ({ signal }) =>
      api.get('/api/exchanges/{vhost}/{name}', {
        path: { vhost, name: nameInPath(name) },
        query: samplesOf(range),
        signal,
      }),
    meta: live,
    placeholderData: (before) => (before?.name === name && before.vhost === vhost ? before : undefined),
  });
}

/** What is bound to an exchange, and what it is bound to. */
export function useExchangeBindings({ vhost, name }: ExchangeName) {
  return useQuery({
    queryKey: ['exchanges', 'bindings', vhost, name] as const,
    queryFn: async ({ signal }) => {
      const path = { vhost, name: nameInPath(name) };
      const [from, to] = await Promise.all([
        api.list('/api/exchanges/{vhost}/{name}/bindings/source', { path, signal }),
        api.list('/api/exchanges/{vhost}/{name}/bindings/destination', { path, signal }),
      ]);
      return { from, to };
    },
    meta: live,
  });
}

/** The definition of the policy that an exchange has. All are asked for: one by its name is for policymakers alone. */
export function usePolicyOf(vhost: string, policy: string | null | undefined) {
  return useQuery({
    queryKey: ['policies', 'in', vhost] as const,
    queryFn: ({ signal }) => api.list('/api/policies/{vhost}', { path: { vhost }, signal }),
    select: useCallback((all: readonly Policy[]) => all.find(({ name }) => name === policy), [policy]),
    enabled: policy !== null && policy !== undefined,
  });
}

/** A message as the route tester has it. */
export interface Trial {
  readonly vhost: string;
  readonly exchange: string;
  readonly routingKey: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Where a message would go; nothing is published. */
export function useExplanation({ vhost, exchange, routingKey, headers }: Trial) {
  return useQuery({
    queryKey: ['exchanges', 'explanation', vhost, exchange, routingKey, headers] as const,
    queryFn: ({ signal }) => {
      const path = { vhost, exchange: nameInPath(exchange) };
      return Object.keys(headers).length === 0
        ? api.get('/api/explain/{vhost}/{exchange}', { path, query: { routing_key: routingKey }, signal })
        : api.post('/api/explain/{vhost}/{exchange}', {
            path,
            body: { routing_key: routingKey, properties: { headers } },
            signal,
          });
    },
    meta: live,
    retry: false,
    placeholderData: (before, query) =>
      query?.queryKey[2] === vhost && query.queryKey[3] === exchange ? before : undefined,
  });
}

/** Binds a queue or an exchange to an exchange. */
export async function bind(
  { vhost, name: source }: ExchangeName,
  kind: 'queue' | 'exchange',
  destination: string,
  body: { routing_key: string; arguments: Record<string, unknown> },
): Promise<void> {
  if (kind === 'queue') {
    await api.post('/api/bindings/{vhost}/e/{source}/q/{destination}', { path: { vhost, source, destination }, body });
  } else {
    await api.post('/api/bindings/{vhost}/e/{source}/e/{destination}', { path: { vhost, source, destination }, body });
  }
}

export async function unbind({ vhost, source, destination, destination_type, properties_key }: ExchangeBinding) {
  const path = { vhost, source, destination, props: properties_key };
  if (destination_type === 'queue') {
    await api.delete('/api/bindings/{vhost}/e/{source}/q/{destination}/{props}', { path });
  } else {
    await api.delete('/api/bindings/{vhost}/e/{source}/e/{destination}/{props}', { path });
  }
}
