import { type AuditEntry, useAudit } from '@/api/queries/audit';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { auditColumns } from './columns';

const always = ['timestamp', 'user', 'detail'];

/** Who changed what. */
export default function AuditPage() {
  return (
    <ListPage<AuditEntry>
      title="Audit"
      name="audit"
      columns={auditColumns}
      always={always}
      useRows={useAudit}
      rowKey={keyOf}
      filterExample="user:guest kind:queue action:delete"
      empty={
        <EmptyState
          title="Nothing has been changed"
          reason="The last 1,000 changes are kept in memory, since the broker started: declared and deleted queues and exchanges, and whatever is changed over HTTP."
        />
      }
    />
  );
}

function keyOf({ timestamp, user, detail }: AuditEntry): string {
  return `${timestamp} ${user} ${detail}`;
}
