import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const name = 'vhost';

/** The virtual host that is chosen for all pages; it stands in the address, and none means all. */
export function useVhost() {
  const [search, setSearch] = useSearchParams();
  const vhost = search.get(name) ?? undefined;
  const setVhost = useCallback(
    (chosen: string | undefined) =>
      setSearch((old) => {
        const next = new URLSearchParams(old);
        next.delete('page');
        if (chosen === undefined) {
          next.delete(name);
        } else {
          next.set(name, chosen);
        }
        return next;
      }),
    [setSearch],
  );
  return { vhost, setVhost };
}

/** A link that keeps the chosen virtual host. */
export function useKeepVhost(): (path: string) => string {
  const { vhost } = useVhost();
  return useCallback(
    (path) =>
      vhost === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ [name]: vhost })}`,
    [vhost],
  );
}
