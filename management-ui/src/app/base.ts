/** What all addresses of this broker begin with: nothing, or the prefix that it puts into the first page. */
export const base = typeof document === 'undefined' ? '' : new URL(document.baseURI).pathname.replace(/\/$/, '');
