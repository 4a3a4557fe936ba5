/** What a table asks a paged list for. */
export interface ListRequest {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
  readonly isDescending: boolean;
  readonly filter: string;
  /** The columns shown: no others are sent. */
  readonly columns: readonly string[];
}

export function queryOf({ page, pageSize, sort, isDescending, filter, columns }: ListRequest) {
  return {
    page,
    page_size: pageSize,
    ...(sort === undefined ? {} : { sort, sort_reverse: isDescending }),
    ...(filter === '' ? {} : { filter }),
    ...(columns.length === 0 ? {} : { columns: columns.join(',') }),
  };
}
