import { useCallback } from 'react';
import { useAddress, withParameter } from '@/app/useAddress';

const key = 'dialog';

/** Which dialog of a page is open; it stands in the address, so that a link can open it. */
export function useDialog() {
  const [search, change] = useAddress();
  const open = useCallback((dialog: string) => change((old) => withParameter(old, key, dialog), true), [change]);
  const close = useCallback(() => change((old) => withParameter(old, key, undefined), true), [change]);
  return { dialog: search.get(key) ?? undefined, open, close };
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
