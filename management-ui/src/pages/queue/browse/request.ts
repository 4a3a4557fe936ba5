import { type BrowseRequest, previewBytes } from '@/api/queries/messages';

/** How many messages are shown at once. */
export const PAGE = 50;

/** Which messages the address asks for. */
export function readRequest(search: URLSearchParams): BrowseRequest {
  const offset = Number(search.get('offset'));
  return {
    after: search.get('after') ?? undefined,
    offset: Number.isInteger(offset) && offset > 0 ? offset : undefined,
    contains: search.get('contains') ?? undefined,
    count: PAGE,
    truncate: previewBytes,
  };
}
