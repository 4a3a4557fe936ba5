import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface PlainColumn<T> {
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly width?: number | string;
  readonly isNumeric?: boolean;
  /** Buttons: the head says so to screen readers only. */
  readonly isActions?: boolean;
}

interface PlainTableProps<T> {
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly columns: readonly PlainColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly minWidth?: number;
}

/** A short list, all of it at once; what is too wide is scrolled within. */
export function PlainTable<T>({ label, columns, rows, rowKey, minWidth = 480 }: PlainTableProps<T>) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ offsetScrollbars: false, viewportProps: { tabIndex: 0, 'aria-label': label } }}
    >
      <Table verticalSpacing={7} horizontalSpacing="sm" aria-label={label} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ header, width, isNumeric = false, isActions = false }) => (
              <Table.Th
                key={header}
                {...(width === undefined ? {} : { w: width })}
                ta={isNumeric || isActions ? 'end' : 'start'}
                c="dimmed"
                fz="xs"
              >
                {isActions ? <span style={visuallyHidden}>{header}</span> : header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map(({ header, cell, isNumeric = false, isActions = false }) => (
                <Table.Td
                  key={header}
                  ta={isNumeric || isActions ? 'end' : 'start'}
                  {...(isNumeric ? { className: 'numeric' } : {})}
                >
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
