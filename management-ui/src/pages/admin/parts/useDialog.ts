import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const key = 'dialog';

/** Which dialog of a page is open; it stands in the address, so that a link can open it. */
export function useDialog() {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (dialog: string | undefined) =>
      setSearch((old) => {
        const next = new URLSearchParams(old);
        if (dialog === undefined) {
          next.delete(key);
        } else {
          next.set(key, dialog);
        }
        return next;
      }),
    [setSearch],
  );
  return { dialog: search.get(key) ?? undefined, open: set, close: useCallback(() => set(undefined), [set]) };
}

/** The dialog of a list, which is of one of its rows: by its key, or empty for a new one. */
export function useRowDialog(name: string) {
  const { dialog, open, close } = useDialog();
  const prefix = `${name}:`;
  return {
    opened: dialog?.startsWith(prefix) ? dialog.slice(prefix.length) : undefined,
    open: (row: string) => open(`${prefix}${row}`),
    close,
  };
}
