import { type Closed, useClosed } from '@/api/queries/clients';
import type { ListRequest } from '@/api/queries/lists';
import { useAddress, withParameter } from '@/app/useAddress';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { closedColumns } from './columns';
import { EntryDrawer } from './EntryDrawer';
import { ENTRY, writeEntry } from './entry';

const always = ['name', 'closed_at'];

/** Without another order, the newest stand first: that is the order the broker keeps them in. */
function useRows(vhost: string | undefined, { sort, ...list }: ListRequest) {
  return useClosed(vhost, { ...list, sort: sort === NEWEST ? undefined : sort });
}

const NEWEST = '';

/** The connections and channels that ended last: who, when, why, and what caused it. */
export default function ClosedPage() {
  const [search] = useAddress();
  return (
    <>
      <ListPage<Closed>
        title="Recently closed"
        name="closed"
        columns={closedColumns}
        always={always}
        initialSort={NEWEST}
        useRows={useRows}
        rowKey={({ name, closed_at }) => `${closed_at} ${name}`}
        rowLink={(closed) => {
          const others = withParameter(search, 'vhost', undefined);
          return `/closed?${withParameter(others, ENTRY, writeEntry(closed))}`;
        }}
        filterExample="checkout closed_by:broker code=404 text:*NOT_FOUND*"
        empty={
          <EmptyState
            title="Nothing has ended"
            reason="The last 1000 connections and channels that end are listed here, with the reason. The list begins anew when the broker starts."
          />
        }
      />
      <EntryDrawer />
    </>
  );
}
