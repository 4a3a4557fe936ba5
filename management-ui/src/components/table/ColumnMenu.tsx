import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { Column } from './column';

interface ColumnMenuProps<T> {
  readonly columns: readonly Column<T>[];
  readonly isShown: (column: Column<T>) => boolean;
  readonly onToggle: (column: Column<T>) => void;
  readonly onReset: () => void;
}

/** Chooses the columns of a table. */
export function ColumnMenu<T>({ columns, isShown, onToggle, onReset }: ColumnMenuProps<T>) {
  return (
    <Popover position="bottom-end" withinPortal shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Stack gap={8} role="group" aria-label="Columns">
          {/* The first tells what the row is. */}
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.id}
              size="sm"
              label={column.header}
              checked={isShown(column)}
              onChange={() => onToggle(column)}
            />
          ))}
          <Button variant="subtle" size="compact-sm" onClick={onReset}>
            As at first
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
