import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What stands behind the question mark of the address, and a way to change it. A change is made to the address as it is by then: what was asked
 * for a moment ago, by something else on the page, is not undone.
 */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (write: (search: URLSearchParams) => URLSearchParams, isStep = false) =>
      setSearch(write(new URLSearchParams(window.location.search)), { replace: !isStep }),
    [setSearch],
  );
  return [search, change] as const;
}

/** Sets a parameter, or takes it away. */
export function withParameter(search: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === undefined || value === '') {
    next.delete(name);
  } else {
    next.set(name, value);
  }
  return next;
}
