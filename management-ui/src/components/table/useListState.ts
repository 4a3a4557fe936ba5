import { useCallback, useMemo } from 'react';
import { useAddress } from '@/app/useAddress';

export interface ListState {
  readonly page: number;
  readonly pageSize: number;
  readonly sort: string | undefined;
  readonly isDescending: boolean;
  readonly filter: string;
}

export const pageSizes = [50, 100, 250, 500] as const;

const usual = 100;

/** Page, order and filter of a list, as the address has them: whatever is seen can be linked to. */
export function useListState(initialSort?: string) {
  const [search, setSearch] = useAddress();
  const state = useMemo(() => readListState(search, initialSort), [search, initialSort]);
  const change = useCallback(
    (changes: Partial<ListState>) => setSearch((old) => writeListState(old, changes)),
    [setSearch],
  );
  return [state, change] as const;
}

export function readListState(search: URLSearchParams, initialSort?: string): ListState {
  const size = Number(search.get('size'));
  return {
    page: Math.max(1, Math.trunc(Number(search.get('page'))) || 1),
    pageSize: pageSizes.find((one) => one === size) ?? usual,
    sort: search.get('sort') ?? initialSort,
    isDescending: search.get('desc') === 'true',
    filter: search.get('filter') ?? '',
  };
}

/** With another order, filter or size the first page is shown again. */
export function writeListState(search: URLSearchParams, changes: Partial<ListState>): URLSearchParams {
  const next = new URLSearchParams(search);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined || value === '') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  };
  next.delete('page');
  if (changes.page !== undefined && changes.page > 1) {
    set('page', String(changes.page));
  }
  if (changes.pageSize !== undefined) {
    set('size', changes.pageSize === usual ? undefined : String(changes.pageSize));
  }
  if ('sort' in changes) {
    set('sort', changes.sort);
  }
  if (changes.isDescending !== undefined) {
    set('desc', changes.isDescending ? 'true' : undefined);
  }
  if (changes.filter !== undefined) {
    set('filter', changes.filter);
  }
  return next;
}
