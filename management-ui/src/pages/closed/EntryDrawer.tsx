import { Alert, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useLastClosed } from '@/api/queries/clients';
import { useAddress, withParameter } from '@/app/useAddress';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { SideDrawer } from '@/components/SideDrawer';
import { formatMoment, NONE } from '@/format';
import { explainCode, tellEnd, whoClosed } from '../clients/ended';
import { Facts } from '../clients/Facts';
import { labelOf } from '../clients/names';
import { ENTRY, filterOfEntry } from './entry';

/** One entry in full, beside the list; the address says which. */
export function EntryDrawer() {
  const [search, change] = useAddress();
  const filter = filterOfEntry(search.get(ENTRY));
  return (
    <SideDrawer
      title="What ended, and why"
      isOpen={filter !== undefined}
      onClose={() => change((old) => withParameter(old, ENTRY, undefined))}
    >
      {filter !== undefined && <Entry filter={filter} />}
    </SideDrawer>
  );
}

function Entry({ filter }: { readonly filter: string }) {
  const { data } = useLastClosed(filter);
  const closed = data?.[0];
  if (data === undefined) {
    return null;
  }
  if (closed === undefined) {
    return (
      <EmptyState
        title="Forgotten"
        reason="The last 1000 that ended are kept, until the broker restarts; this one is not among them any more."
      />
    );
  }
  const help = explainCode(closed.code);
  const same = `connection="${closed.connection}"`;
  return (
    <Stack gap="lg">
      <div>
        <Text fw={600}>
          {closed.type === 'channel' ? `Channel ${closed.channel} of ` : ''}
          {labelOf({ name: closed.connection, user_provided_name: closed.user_provided_name })}
        </Text>
        <Text size="sm" c="dimmed">
          {tellEnd(closed)}
        </Text>
      </div>
      <Text
        size="sm"
        ff="monospace"
        p="sm"
        bg="var(--page)"
        style={{ borderRadius: 8, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
      >
        {closed.code === null ? '' : `${closed.code} `}
        {closed.text || 'No reason was given.'}
      </Text>
      {help !== undefined && (
        <Alert color="blue" variant="light" icon={<IconBulb aria-hidden />} title="What it means">
          {help}
        </Alert>
      )}
      <Facts
        cols={2}
        facts={[
          ['When', formatMoment(closed.closed_at)],
          ['Ended by', whoClosed(closed)],
          ['Caused by', closed.operation ?? NONE],
          ['User', closed.user || 'had not logged in'],
          ['Virtual host', closed.vhost || NONE],
          ['Connection', closed.connection],
        ]}
      />
      <AppLink to={`/closed?filter=${encodeURIComponent(same)}`} size="sm">
        All that ended on this connection
      </AppLink>
    </Stack>
  );
}
