import { base } from '@/app/base';
import { ApiError, UnreachableError } from './errors';
import type { paths } from './schema';

/** Everything below is typed by the document that the broker serves at /api/openapi.json: see `npm run api:generate`. */
type Method = 'get' | 'put' | 'post' | 'delete';
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;
type Variables<P extends keyof paths> = paths[P] extends { parameters: { path: infer V } } ? V : undefined;
type Query<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<string, never>;
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;
type Content<R> = R extends { content: { 'application/json': infer C } } ? C : undefined;
type Success<O> = O extends { responses: infer R } ? Content<R[Extract<keyof R, 200 | '2XX'>]> : never;

/** What a GET of a path answers. */
export type Answer<P extends PathsWith<'get'>> = Success<Operation<P, 'get'>>;

/** A page of a list, as those paths answer that have pages when `page` is given. */
export type Page<P extends PathsWith<'get'>> = Extract<Answer<P>, { items: unknown }>;

/** The whole list. */
export type List<P extends PathsWith<'get'>> = Extract<Answer<P>, readonly unknown[]>;

/** One row of it. */
export type Row<P extends PathsWith<'get'>> = List<P>[number];

/** The body a path takes. */
export type BodyOf<P extends keyof paths, M extends Method> = Body<Operation<P, M>>;

export interface Options<P extends keyof paths, M extends Method> {
  readonly path?: Variables<P>;
  readonly query?: Query<Operation<P, M>>;
  readonly body?: Body<Operation<P, M>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Every request says that a script makes it: without that the session's cookie does not count, and with it no browser shows a login of its own. */
const ownHeaders = { 'X-Requested-With': 'XMLHttpRequest' } as const;

/** Puts names into a path; each becomes one segment, whatever is in it. */
export function buildUrl(path: string, variables: object | undefined, query: object | undefined): string {
  const names = new Map(Object.entries(variables ?? {}));
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names.get(name) ?? '')));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') {
      asked.set(name, String(value));
    }
  }
  return asked.size === 0 ? url : `${url}?${asked}`;
}

/** Calls the broker; fails with `ApiError` or `UnreachableError`. */
export async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(base + url, {
      ...init,
      headers: { ...ownHeaders, ...init.headers },
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (error) {
    if (init.signal?.aborted) {
      throw error;
    }
    throw new UnreachableError(error);
  }
  if (!response.ok) {
    throw await ApiError.of(response);
  }
  return response;
}

async function send<P extends keyof paths, M extends Method>(
  method: M,
  path: P,
  options: Options<P, M>,
): Promise<Success<Operation<P, M>>> {
  const init: RequestInit = { method: method.toUpperCase(), headers: { ...options.headers } };
  if (options.signal !== undefined) {
    init.signal = options.signal;
  }
  if (options.body !== undefined) {
    init.body = JSON.stringify(options.body);
    init.headers = { ...options.headers, 'Content-Type': 'application/json' };
  }
  const response = await request(buildUrl(path, options.path ?? undefined, options.query), init);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Success<Operation<P, M>>;
}

export const api = {
  get: <P extends PathsWith<'get'>>(path: P, options: Options<P, 'get'> = {}) => send('get', path, options),

  /** A page of a list; `page` must be in the query. */
  page: <P extends PathsWith<'get'>>(path: P, options: Options<P, 'get'>) =>
    send('get', path, options) as Promise<Page<P>>,

  /** A whole list. */
  list: <P extends PathsWith<'get'>>(path: P, options: Options<P, 'get'> = {}) =>
    send('get', path, options) as Promise<List<P>>,

  put: <P extends PathsWith<'put'>>(path: P, options: Options<P, 'put'> = {}) => send('put', path, options),

  post: <P extends PathsWith<'post'>>(path: P, options: Options<P, 'post'> = {}) => send('post', path, options),

  delete: <P extends PathsWith<'delete'>>(path: P, options: Options<P, 'delete'> = {}) => send('delete', path, options),
};
