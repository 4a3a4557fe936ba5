import { Badge, Group } from '@mantine/core';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { ListRequest } from '@/api/queries/lists';
import { useVhost } from '@/app/useVhost';
import { formatCount } from '@/format';
import { Page } from '../Page';
import { ColumnMenu } from './ColumnMenu';
import { type Column, fieldsOf, filterColumnsOf } from './column';
import { DataTable, type TableQuery } from './DataTable';
import { FilterBox } from './FilterBox';
import { useChosenColumns } from './useChosenColumns';
import { useListState } from './useListState';

interface ListPageProps<T> {
  readonly title: string;
  /** By this name the chosen columns are remembered. */
  readonly name: string;
  readonly columns: readonly Column<T>[];
  /** Members that are needed whatever the columns: those that name the row. */
  readonly always: readonly string[];
  /** In the list's own order when nothing is said. */
  readonly initialSort?: string;
  /** Asks for a page of all virtual hosts or one; a hook, always the same. */
  readonly useRows: (vhost: string | undefined, list: ListRequest) => TableQuery<T>;
  readonly rowKey: (row: T) => string;
  readonly rowLink?: (row: T) => string;
  readonly filterExample: string;
  readonly empty: ReactNode;
  readonly actions?: ReactNode;
}

/** A page that is a list of the broker: filter, columns, table, pages, all in the address. */
export function ListPage<T>({
  title,
  name,
  columns,
  always,
  initialSort,
  useRows,
  filterExample,
  actions,
  ...table
}: ListPageProps<T>) {
  const [state, change] = useListState(initialSort);
  const { shown, isShown, toggle, reset } = useChosenColumns(name, columns);
  const filterColumns = useMemo(() => filterColumnsOf(columns), [columns]);
  const setFilter = useCallback((filter: string) => change({ filter }), [change]);
  const { vhost } = useVhost();
  const query = useRows(vhost, { ...state, columns: fieldsOf(shown, always) });
  return (
    <Page
      title={title}
      aside={
        query.data && (
          <Badge variant="light" color="gray" size="lg" className="numeric">
            {formatCount(query.data.total_count)}
          </Badge>
        )
      }
      actions={actions}
    >
      <Group gap="xs" align="flex-start">
        <FilterBox value={state.filter} columns={filterColumns} example={filterExample} onChange={setFilter} />
        <ColumnMenu columns={columns} isShown={isShown} onToggle={toggle} onReset={reset} />
      </Group>
      <DataTable label={title} columns={shown} query={query} state={state} onChange={change} {...table} />
    </Page>
  );
}
