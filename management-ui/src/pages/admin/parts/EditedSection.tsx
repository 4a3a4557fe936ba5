import { ActionIcon, Button, Group, Skeleton } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeError } from '@/api/errors';
import { useConfirm } from '@/components/confirm';
import { ErrorState } from '@/components/ErrorState';
import { Section } from '@/components/Section';
import { type Change, useChange } from '@/live/useChange';
import { type PlainColumn, PlainTable } from './PlainTable';

/** What is asked before one goes, and what is done then. */
interface Removal extends Change {
  readonly title: string;
  readonly losses: readonly string[];
  /** What the button says: the deed itself. */
  readonly action: string;
}

interface EditedSectionProps<T> {
  readonly title: string;
  /** What the rows are, when the title alone does not say it. */
  readonly label?: string;
  readonly columns: readonly PlainColumn<T>[];
  readonly rows: readonly T[] | undefined;
  readonly error: unknown;
  readonly rowKey: (row: T) => string;
  /** What the buttons of a row are about: `the limits of shop`. */
  readonly nameOf: (row: T) => string;
  /** Which rows can be changed; all unless given. */
  readonly mayChange?: (row: T) => boolean;
  readonly isReadOnly?: boolean;
  readonly minWidth?: number;
  /** What is said when there is none. */
  readonly empty: ReactNode;
  /** What the button says that adds one. */
  readonly add: string;
  /** Opens the form for the row of a key; for a new one, with none. */
  readonly onOpen: (key: string) => void;
  readonly verb: 'Clear' | 'Delete';
  readonly removalOf: (row: T) => Removal;
  /** The form. */
  readonly children: ReactNode;
}

/** A short list of what can be added, changed and taken away. */
export function EditedSection<T>({ title, isReadOnly = false, ...list }: EditedSectionProps<T>) {
  const { rows, error, onOpen } = list;
  const columns = isReadOnly ? list.columns : [...list.columns, actionsColumn(list)];
  return (
    <Section
      title={title}
      aside={
        !isReadOnly && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onOpen('')}
          >
            {list.add}
          </Button>
        )
      }
    >
      {error !== null && error !== undefined && <ErrorState message={describeError(error)} />}
      {rows === undefined ? (
        <Skeleton h={80} />
      ) : rows.length === 0 ? (
        list.empty
      ) : (
        <PlainTable
          label={list.label ?? title}
          columns={columns}
          rows={rows}
          rowKey={list.rowKey}
          {...(list.minWidth === undefined ? {} : { minWidth: list.minWidth })}
        />
      )}
      {list.children}
    </Section>
  );
}

type RowActionsProps<T> = Pick<EditedSectionProps<T>, 'rowKey' | 'nameOf' | 'onOpen' | 'verb' | 'removalOf'> & {
  readonly row: T;
};

function actionsColumn<T>({
  mayChange = () => true,
  ...actions
}: Omit<RowActionsProps<T>, 'row'> & Pick<EditedSectionProps<T>, 'mayChange'>): PlainColumn<T> {
  return {
    header: 'Actions',
    isActions: true,
    width: 96,
    cell: (row) => mayChange(row) && <RowActions {...actions} row={row} />,
  };
}

function RowActions<T>({ row, rowKey, nameOf, onOpen, verb, removalOf }: RowActionsProps<T>) {
  const confirm = useConfirm();
  const change = useChange();
  const remove = () => {
    const { title, losses, action, ...deed } = removalOf(row);
    confirm({ title, losses, action, run: () => change.mutateAsync(deed) });
  };
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Change ${nameOf(row)}`}
        onClick={() => onOpen(rowKey(row))}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red" aria-label={`${verb} ${nameOf(row)}`} onClick={remove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
