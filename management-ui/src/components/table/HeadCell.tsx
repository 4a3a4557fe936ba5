import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Column } from './column';
import classes from './DataTable.module.css';
import type { ListState } from './useListState';

interface HeadCellProps<T> {
  readonly column: Column<T>;
  readonly width: number;
  readonly state: ListState;
  readonly onChange: (changes: Partial<ListState>) => void;
  /** What stands before the header's text. */
  readonly children?: ReactNode;
}

/** The head of a column, which sorts by it. */
export function HeadCell<T>({
  column: { id, header, isSortable, isNumeric = false },
  width,
  state,
  onChange,
  children,
}: HeadCellProps<T>) {
  const isSorted = state.sort === id;
  const Arrow = state.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      style={{ width: `${width}%` }}
      data-numeric={isNumeric}
      aria-sort={isSorted ? (state.isDescending ? 'descending' : 'ascending') : undefined}
    >
      {children}
      {isSortable === false ? (
        header
      ) : (
        // Numbers begin with the greatest: that is what one looks for.
        <UnstyledButton
          className={classes.sort ?? ''}
          onClick={() => onChange({ sort: id, isDescending: isSorted ? !state.isDescending : isNumeric })}
        >
          <span>{header}</span>
          {isSorted && <Arrow size={14} aria-hidden />}
        </UnstyledButton>
      )}
    </th>
  );
}
