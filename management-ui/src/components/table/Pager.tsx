import { Group, NativeSelect, Pagination, Text } from '@mantine/core';
import { formatCount } from '@/format';
import type { TablePage } from './DataTable';
import { type ListState, pageSizes } from './useListState';

interface PagerProps {
  readonly page: Omit<TablePage<unknown>, 'items'> | undefined;
  readonly state: ListState;
  readonly onChange: (changes: Partial<ListState>) => void;
}

/** Below a table: how many rows there are, and which of them are shown. */
export function Pager({ page, state, onChange }: PagerProps) {
  const count = page?.filtered_count ?? 0;
  const first = (state.page - 1) * state.pageSize + 1;
  return (
    <Group justify="space-between" px="md" py={8} gap="xs" style={{ borderTop: '1px solid var(--line)' }}>
      <Text size="sm" c="dimmed" className="numeric" role="status">
        {page === undefined
          ? 'Loading…'
          : tellRows(first, Math.min(first + state.pageSize - 1, count), count, page.total_count)}
      </Text>
      <Group gap="sm">
        <NativeSelect
          size="xs"
          aria-label="Rows of a page"
          data={pageSizes.map((size) => ({ value: String(size), label: `${size} rows` }))}
          value={String(state.pageSize)}
          onChange={(event) => onChange({ pageSize: Number(event.currentTarget.value) })}
        />
        {(page?.page_count ?? 0) > 1 && (
          <Pagination
            size="sm"
            total={page?.page_count ?? 1}
            value={state.page}
            onChange={(number) => onChange({ page: number })}
            getControlProps={(control) => ({ 'aria-label': `${control[0]?.toUpperCase()}${control.slice(1)} page` })}
            getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
          />
        )}
      </Group>
    </Group>
  );
}

function tellRows(first: number, last: number, count: number, total: number): string {
  const shown = count === 0 ? 'none' : `${formatCount(first)}–${formatCount(last)} of ${formatCount(count)}`;
  return count === total ? shown : `${shown}, filtered from ${formatCount(total)}`;
}
