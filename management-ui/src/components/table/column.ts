import type { ReactNode } from 'react';
import type { FilterColumn } from '@/filter/filter';

/** One column of a table of a list that the broker sorts and filters. */
export interface Column<T> {
  /** The column as the API knows it; it is sorted by it, and remembered by it when it is hidden. */
  readonly id: string;
  readonly header: string;
  /** The members that the cell needs; the column's own name when nothing is said. */
  readonly fields?: readonly string[];
  readonly cell: (row: T) => ReactNode;
  readonly width: number;
  /** Numbers stand at the right. */
  readonly isNumeric?: boolean;
  readonly isSortable?: boolean;
  /** Hidden until it is chosen. */
  readonly isOptional?: boolean;
  /** How it can be filtered by; not at all when nothing is said. */
  readonly filter?: Omit<FilterColumn, 'name'> & { readonly name?: string };
}

/** What the filter box knows of a table's columns. */
export function filterColumnsOf<T>(columns: readonly Column<T>[]): FilterColumn[] {
  return columns.flatMap(({ id, filter }) => (filter === undefined ? [] : [{ name: id, ...filter }]));
}

/** The members to ask the API for. */
export function fieldsOf<T>(columns: readonly Column<T>[], always: readonly string[]): string[] {
  return [...new Set([...always, ...columns.flatMap(({ id, fields }) => fields ?? [id])])];
}
