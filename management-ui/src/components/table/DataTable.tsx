import { Box, Button, Checkbox, Group, Paper, Skeleton, Text } from '@mantine/core';
import { type ColumnDef, flexRender, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { describeError } from '@/api/errors';
import { useKeepVhost } from '@/app/useVhost';
import { EmptyState } from '../EmptyState';
import { ErrorState } from '../ErrorState';
import type { Column } from './column';
import classes from './DataTable.module.css';
import { HeadCell } from './HeadCell';
import { Pager } from './Pager';
import { TickAll } from './TickAll';
import type { ListState } from './useListState';
import { useRowKeys } from './useRowKeys';
import type { Selection } from './useSelection';

/** The part of a page of the API that a table needs. */
export interface TablePage<T> {
  readonly items: readonly T[];
  readonly filtered_count: number;
  readonly total_count: number;
  readonly page_count: number;
}

export interface TableQuery<T> {
  readonly data: TablePage<T> | undefined;
  readonly error: unknown;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

interface DataTableProps<T> {
  /** What the rows are, for screen readers: `Queues`. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly query: TableQuery<T>;
  readonly state: ListState;
  readonly onChange: (changes: Partial<ListState>) => void;
  readonly rowKey: (row: T) => string;
  /** Where a row leads to. */
  readonly rowLink?: (row: T) => string;
  /** Which rows are ticked, where they can be. */
  readonly selection?: Selection<T>;
  /** Shown where there are no rows at all. */
  readonly empty: ReactNode;
}

const ROW_HEIGHT = 44;
const HEAD_HEIGHT = 40;

/** A list of the broker, a page at a time: sorted and filtered there, drawn only as far as it is seen. */
export function DataTable<T>({
  label,
  columns,
  query,
  state,
  onChange,
  rowKey,
  rowLink,
  selection,
  empty,
}: DataTableProps<T>) {
  const { data, error, isPlaceholderData, refetch } = query;
  const rows = data?.items;
  const scroller = useRef<HTMLDivElement>(null);
  const definitions = useMemo<ColumnDef<T>[]>(
    () =>
      columns.map(({ id, header, cell, width }) => ({
        id: id.replaceAll('.', '/'),
        header,
        size: width,
        cell: ({ row }) => cell(row.original),
      })),
    [columns],
  );
  const table = useReactTable<T>({
    data: (rows as T[] | undefined) ?? noRows,
    columns: definitions,
    getCoreRowModel: getCoreRowModel(),
    getRowId: rowKey,
    manualSorting: true,
    manualFiltering: true,
    manualPagination: true,
  });
  const modelRows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollMargin: HEAD_HEIGHT,
    overscan: 12,
  });
  const keys = useRowKeys(modelRows.length, (at) => virtualizer.scrollToIndex(at), scroller);
  const navigate = useNavigate();
  const keep = useKeepVhost();

  if (error && rows === undefined) {
    return (
      <ErrorState message={describeError(error)}>
        <Button size="xs" variant="light" color="red" onClick={() => void refetch()}>
          Try again
        </Button>
      </ErrorState>
    );
  }

  const seen = virtualizer.getVirtualItems();
  const before = (seen[0]?.start ?? HEAD_HEIGHT) - HEAD_HEIGHT;
  const after = virtualizer.getTotalSize() - ((seen[seen.length - 1]?.end ?? HEAD_HEIGHT) - HEAD_HEIGHT);
  const width = columns.reduce((sum, column) => sum + column.width, 0);

  return (
    <Paper withBorder radius="lg" bg="var(--surface)" style={{ overflow: 'hidden' }}>
      {error !== null && error !== undefined && (
        <Text size="sm" c="red" px="md" py={6} role="status">
          Not up to date: {describeError(error)}
        </Text>
      )}
      <Box
        ref={scroller}
        className={classes.scroller}
        data-old={isPlaceholderData}
        tabIndex={0}
        role="region"
        aria-label={label}
        onKeyDown={keys.onKeyDown}
      >
        <table
          className={classes.table}
          style={{ minWidth: width }}
          aria-label={label}
          aria-rowcount={data?.filtered_count ?? -1}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column, at) => (
                <HeadCell
                  key={column.id}
                  column={column}
                  width={(column.width / width) * 100}
                  state={state}
                  onChange={onChange}
                >
                  {at === 0 && selection && rows && <TickAll rows={rows} selection={selection} />}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows === undefined && <LoadingRows columns={columns.length} />}
            {before > 0 && <tr style={{ height: before }} aria-hidden />}
            {seen.map(({ index }) => {
              const row = modelRows[index];
              return (
                row && (
                  <tr
                    key={row.id}
                    data-index={index}
                    aria-rowindex={(state.page - 1) * state.pageSize + index + 2}
                    tabIndex={index === keys.active ? 0 : -1}
                    onFocus={() => keys.setActive(index)}
                    data-ticked={selection?.has(row.original)}
                    onKeyDown={(event) => {
                      if (event.target !== event.currentTarget) {
                        return;
                      }
                      if (event.key === 'Enter' && rowLink) {
                        void navigate(keep(rowLink(row.original)));
                      } else if (event.key === ' ' && selection) {
                        event.preventDefault();
                        selection.set([row.original], !selection.has(row.original));
                      }
                    }}
                  >
                    {row.getVisibleCells().map((cell, at) => (
                      <td key={cell.id} data-numeric={columns[at]?.isNumeric ?? false}>
                        {at === 0 && selection ? (
                          <Group gap={8} wrap="nowrap">
                            <Checkbox
                              size="xs"
                              tabIndex={-1}
                              aria-label={`Tick ${row.id}`}
                              style={{ visibility: selection.may(row.original) ? 'visible' : 'hidden' }}
                              checked={selection.has(row.original)}
                              onChange={(event) => selection.set([row.original], event.currentTarget.checked)}
                            />
                            {flexRender(cell.column.columnDef.cell, cell.getContext())}
                          </Group>
                        ) : (
                          flexRender(cell.column.columnDef.cell, cell.getContext())
                        )}
                      </td>
                    ))}
                  </tr>
                )
              );
            })}
            {after > 0 && <tr style={{ height: after }} aria-hidden />}
          </tbody>
        </table>
        {rows?.length === 0 &&
          (state.filter === '' ? (
            empty
          ) : (
            <EmptyState
              title="Nothing matches the filter"
              reason={`There are ${data?.total_count ?? 0} in all; none of them is like “${state.filter}”.`}
              action={
                <Button mt="xs" size="xs" variant="light" onClick={() => onChange({ filter: '' })}>
                  Clear the filter
                </Button>
              }
            />
          ))}
      </Box>
      <Pager page={data} state={state} onChange={onChange} />
    </Paper>
  );
}

const noRows: never[] = [];

function LoadingRows({ columns }: { readonly columns: number }) {
  return Array.from({ length: 8 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
    <tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <td key={column}>
          <Skeleton h={12} radius="xl" />
        </td>
      ))}
    </tr>
  ));
}
