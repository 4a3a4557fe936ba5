import { Badge, Button, Group, Paper, Text } from '@mantine/core';
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
import { type Selection, useSelection } from './useSelection';

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
  /** What can be done to rows that are ticked; without it there are no ticks. */
  readonly bulk?: ((selection: Selection<T>) => ReactNode) | undefined;
  /** Whether anything can be done to a row that is ticked; always the same function while that is so. */
  readonly mayTick?: (row: T) => boolean;
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
  bulk,
  mayTick,
  ...table
}: ListPageProps<T>) {
  const [state, change] = useListState(initialSort);
  const { shown, isShown, toggle, reset } = useChosenColumns(name, columns);
  const filterColumns = useMemo(() => filterColumnsOf(columns), [columns]);
  const setFilter = useCallback((filter: string) => change({ filter }), [change]);
  const { vhost } = useVhost();
  const query = useRows(vhost, { ...state, columns: fieldsOf(shown, always) });
  const selection = useSelection(table.rowKey, query.data?.items, mayTick);
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
      {bulk && selection.rows.length > 0 && (
        <Paper withBorder radius="lg" bg="var(--surface)" px="md" py={8} role="region" aria-label="What is ticked">
          <Group gap="xs">
            <Text size="sm" fw={650} className="numeric" role="status">
              {formatCount(selection.rows.length)} ticked
            </Text>
            {bulk(selection)}
            <Button size="xs" variant="subtle" color="gray" ml="auto" onClick={selection.clear}>
              Untick all
            </Button>
          </Group>
        </Paper>
      )}
      <DataTable
        label={title}
        columns={shown}
        query={query}
        state={state}
        onChange={change}
        {...(bulk ? { selection } : {})}
        {...table}
      />
    </Page>
  );
}
