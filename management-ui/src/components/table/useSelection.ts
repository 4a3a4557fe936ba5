import { useCallback, useMemo, useState } from 'react';

/** The rows of a list that are ticked; they stay so on other pages, and when the filter hides them. */
export interface Selection<T> {
  /** The rows as they were read last. */
  readonly rows: readonly T[];
  readonly has: (row: T) => boolean;
  /** Whether a row can be ticked. */
  readonly may: (row: T) => boolean;
  /** Ticks rows, or takes their ticks away. */
  readonly set: (rows: readonly T[], isTicked: boolean) => void;
  readonly clear: () => void;
}

const always = () => true;

/** Keeps ticks by the keys of rows; `seen` are those of the page that is shown. What may not be ticked any more counts no more. */
export function useSelection<T>(
  rowKey: (row: T) => string,
  seen: readonly T[] | undefined,
  may: (row: T) => boolean = always,
): Selection<T> {
  const [ticked, setTicked] = useState<ReadonlyMap<string, T>>(new Map());
  const set = useCallback(
    (rows: readonly T[], isTicked: boolean) => setTicked((old) => tick(old, rows.filter(may), rowKey, isTicked)),
    [rowKey, may],
  );
  const clear = useCallback(() => setTicked(new Map()), []);
  return useMemo(() => {
    const fresh = new Map((seen ?? []).map((row) => [rowKey(row), row]));
    return {
      rows: [...ticked].map(([key, row]) => fresh.get(key) ?? row).filter(may),
      has: (row) => ticked.has(rowKey(row)) && may(row),
      may,
      set,
      clear,
    };
  }, [ticked, seen, rowKey, may, set, clear]);
}

/** The ticks after rows were ticked, or not any more; the order is that in which they were. */
export function tick<T>(
  ticked: ReadonlyMap<string, T>,
  rows: readonly T[],
  rowKey: (row: T) => string,
  isTicked: boolean,
): ReadonlyMap<string, T> {
  const next = new Map(ticked);
  for (const row of rows) {
    if (isTicked) {
      next.set(rowKey(row), row);
    } else {
      next.delete(rowKey(row));
    }
  }
  return next;
}
