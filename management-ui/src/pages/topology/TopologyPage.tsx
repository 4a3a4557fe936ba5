import { Checkbox, Group, SegmentedControl, Select, Skeleton, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { describeError } from '@/api/errors';
import { useTopology } from '@/api/queries/topology';
import { useOpenVhostNames } from '@/api/queries/vhosts';
import { useAddress, withParameter } from '@/app/useAddress';
import { useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { formatCount } from '@/format';
import { NotEntered } from '@/session/Refusal';
import { useRights } from '@/session/useRights';
import { foldQueues } from './fold';
import { buildGraph } from './graph';
import { TopologyTable } from './TopologyTable';
import { TopologyView } from './TopologyView';

/** From this many on queues that are alike are drawn as one. */
const LEAST_FOLDED = 4;
/** A graph with more nodes begins folded. */
const LARGE = 120;

/** How messages go through a virtual host: exchanges, queues, consumers, and what flows between them now. */
export default function TopologyPage() {
  const [search, change] = useAddress();
  const { vhost: chosen, setVhost } = useVhost();
  const vhosts = useOpenVhostNames();
  const { mayEnter } = useRights();
  const vhost = chosen ?? (vhosts?.includes('/') ? '/' : vhosts?.[0]);
  const isOpen = vhost === undefined ? vhosts?.length !== 0 : mayEnter(vhost);
  const { data, error } = useTopology(isOpen ? vhost : undefined);
  const hasDefault = search.get('default') === 'shown';
  const hidesIdle = search.get('idle') === 'hidden';
  const isTable = search.get('as') === 'table';
  const text = search.get('find') ?? '';
  const openGroups = search.get('open') ?? '';
  const whole = useMemo(
    () => (data === undefined ? undefined : buildGraph(data, { hasDefault, hidesIdle })),
    [data, hasDefault, hidesIdle],
  );
  const fold = search.get('fold');
  const isFolded = fold === null ? (whole?.nodes.length ?? 0) > LARGE : fold === 'yes';
  const graph = useMemo(
    () =>
      whole === undefined
        ? undefined
        : isFolded
          ? foldQueues(whole, LEAST_FOLDED, new Set(openGroups.split('|')))
          : whole,
    [whole, isFolded, openGroups],
  );
  const set = (name: string, value: string | undefined) => change((old) => withParameter(old, name, value));

  return (
    <Page title="Topology">
      <Group gap="sm" align="center">
        <Select
          aria-label="Virtual host"
          data={[...(vhosts ?? [])]}
          value={vhost ?? null}
          onChange={(value) => value && setVhost(value)}
          allowDeselect={false}
          searchable
          w={150}
        />
        <TextInput
          data-filter
          aria-label="Find"
          placeholder="Find an exchange, queue, key…"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => set('find', event.currentTarget.value)}
          flex="1 1 220px"
        />
        <Checkbox
          label="Hide what is idle"
          checked={hidesIdle}
          onChange={(event) => set('idle', event.currentTarget.checked ? 'hidden' : undefined)}
        />
        <Checkbox
          label="Fold queues that are alike"
          checked={isFolded}
          onChange={(event) => set('fold', event.currentTarget.checked ? 'yes' : 'no')}
        />
        <Checkbox
          label="Default exchange"
          checked={hasDefault}
          onChange={(event) => set('default', event.currentTarget.checked ? 'shown' : undefined)}
        />
        <SegmentedControl
          aria-label="Shown as"
          value={isTable ? 'table' : 'graph'}
          onChange={(value) => set('as', value === 'table' ? 'table' : undefined)}
          data={[
            { value: 'graph', label: 'Graph' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </Group>
      {error && data === undefined && <ErrorState message={describeError(error)} />}
      {!isOpen ? (
        <NotEntered vhost={vhost} />
      ) : graph === undefined || vhost === undefined ? (
        !error && <Skeleton h={520} radius="lg" />
      ) : graph.nodes.length === 0 ? (
        <EmptyState
          title={hidesIdle ? 'Everything is idle' : 'Nothing to draw'}
          reason={
            hidesIdle
              ? 'No message goes through this virtual host right now, and none waits. Show what is idle to see it.'
              : `The virtual host ${vhost} has no queues, and no exchanges but those that are always there.`
          }
        />
      ) : isTable ? (
        <TopologyTable vhost={vhost} graph={graph} text={text} />
      ) : (
        <>
          <TopologyView key={vhost} vhost={vhost} graph={graph} text={text} />
          <Text size="xs" c="dimmed">
            {formatCount(graph.nodes.length)} nodes, {formatCount(graph.edges.length)} ways. Thick and moving is where
            messages flow; dotted are alternate exchanges and dead letters. Drag or scroll to move, Ctrl and scroll to
            zoom; with the keyboard, Tab goes in, arrows go from node to node, + − 0 zoom.
          </Text>
        </>
      )}
    </Page>
  );
}
