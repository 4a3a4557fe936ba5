import { afterEach, describe, expect, test, vi } from 'vitest';
import { api, buildUrl } from './client';
import { ApiError, describeError, UnreachableError } from './errors';

afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  test('makes one segment of a name, whatever is in it', () => {
    expect(buildUrl('/api/queues/{vhost}/{name}', { vhost: '/', name: 'a/b c' }, { page: 1, name: '' })).toBe(
      '/api/queues/%2F/a%2Fb%20c?page=1',
    );
  });

  test('tells what the broker says is wrong', async () => {
    vi.stubGlobal(
      'fetch',
      async () => new Response('{"error":"bad_request","reason":"no such thing"}', { status: 400 }),
    );

    const error = await api.get('/api/whoami').catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).status).toBe(400);
    expect(describeError(error)).toBe('no such thing');
  });

  test('tells when nobody is logged in', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 401 }));

    expect(await api.get('/api/whoami').catch((error: ApiError) => error.isLoggedOut)).toBe(true);
  });

  test('tells when the broker does not answer', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));

    expect(await api.get('/api/whoami').catch((error: unknown) => error)).toBeInstanceOf(UnreachableError);
  });

  test('says that a script calls', async () => {
    const fetched = vi.fn(async (_url: string, _init: RequestInit) => new Response('{"name":"guest","tags":[]}'));
    vi.stubGlobal('fetch', fetched);

    await api.get('/api/whoami');

    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'same-origin',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
  });
});
