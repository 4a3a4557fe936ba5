import { useMutation } from '@tanstack/react-query';
import { buildUrl, request } from '../client';
import type { components } from '../schema';

/** What an import would do. */
export type Preview = components['schemas']['import_preview'];

/** One thing in a file of definitions, beside what is there of it. */
export type Difference = components['schemas']['import_difference'];

/** All definitions, or those of a virtual host, as the broker writes them. */
export async function exportDefinitions(vhost: string | undefined): Promise<Blob> {
  return (await request(urlOf(vhost), {})).blob();
}

/** What an import of this text would do; nothing changes. The text goes as it is, so that the broker can tell the line of a mistake. */
export function usePreview() {
  return useMutation({
    mutationFn: async ({ vhost, text }: { vhost: string | undefined; text: string }): Promise<Preview> =>
      (await send(urlOf(vhost, { dry_run: true }), text)).json(),
  });
}

export function importDefinitions(vhost: string | undefined, text: string): Promise<unknown> {
  return send(urlOf(vhost), text);
}

function send(url: string, text: string): Promise<Response> {
  return request(url, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } });
}

function urlOf(vhost: string | undefined, query?: object): string {
  return vhost === undefined
    ? buildUrl('/api/definitions', undefined, query)
    : buildUrl('/api/definitions/{vhost}', { vhost }, query);
}
