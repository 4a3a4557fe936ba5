import { Checkbox } from '@mantine/core';
import type { Selection } from './useSelection';

/** Ticks all rows of the page, or none. */
export function TickAll<T>({ rows, selection }: { readonly rows: readonly T[]; readonly selection: Selection<T> }) {
  const all = rows.filter(selection.may);
  const ticked = all.filter(selection.has).length;
  const isAll = ticked > 0 && ticked === all.length;
  if (all.length === 0) {
    return null;
  }
  return (
    <Checkbox
      size="xs"
      mr={8}
      display="inline-block"
      style={{ verticalAlign: 'middle' }}
      aria-label="Tick all on this page"
      checked={isAll}
      indeterminate={ticked > 0 && !isAll}
      onChange={() => selection.set(all, !isAll)}
    />
  );
}
