import { useCallback } from 'react';
import { useAddress, withParameter } from './useAddress';

const name = 'vhost';

/** The virtual host that is chosen for all pages; it stands in the address, and none means all. */
export function useVhost() {
  const [search, change] = useAddress();
  const vhost = search.get(name) ?? undefined;
  const setVhost = useCallback(
    (chosen: string | undefined) =>
      change((old) => withParameter(withParameter(old, 'page', undefined), name, chosen), true),
    [change],
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
