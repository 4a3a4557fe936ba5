import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Column } from './column';

/** Which columns of a table are shown; remembered by the browser, table by table. */
export function useChosenColumns<T>(table: string, columns: readonly Column<T>[]) {
  const [changed, setChanged] = useLocalStorage<Record<string, boolean>>({
    key: `columns:${table}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  return useMemo(() => {
    const isShown = ({ id, isOptional }: Column<T>) => changed[id] ?? !isOptional;
    return {
      shown: columns.filter((column, at) => at === 0 || isShown(column)),
      isShown,
      toggle: (column: Column<T>) => setChanged({ ...changed, [column.id]: !isShown(column) }),
      reset: () => setChanged({}),
    };
  }, [columns, changed, setChanged]);
}
