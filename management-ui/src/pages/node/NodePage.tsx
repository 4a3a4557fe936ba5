import { Badge, Button, Skeleton } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { describeError } from '@/api/errors';
import { type BrokerNode, resetStatistics, useNodesHistory } from '@/api/queries/nodes';
import { useOverview } from '@/api/queries/overview';
import { RangeSelect, useRange } from '@/components/chart/RangeSelect';
import { useConfirm } from '@/components/confirm';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { formatDuration } from '@/format';
import { useChange } from '@/live/useChange';
import { useSession } from '@/session/useSession';
import { Listeners } from '../overview/Listeners';
import { Findings } from './Findings';
import { MemorySection } from './MemorySection';
import { NodeCharts } from './NodeCharts';
import { NodeGauges } from './NodeGauges';
import { NodeSettings } from './NodeSettings';

/** The process: what it takes, what is short and what to do, how it is set up. */
export default function NodePage() {
  const { isMonitor } = useSession();
  return isMonitor ? (
    <Nodes />
  ) : (
    <Page title="Node">
      <ErrorState message="The node is shown to users with the tag monitoring or administrator." />
    </Page>
  );
}

function Nodes() {
  const range = useRange();
  const { data: [node] = [], error } = useNodesHistory(range);
  const { data: overview } = useOverview();
  return (
    <Page
      title="Node"
      aside={
        node && (
          <Badge variant="light" color="gray" size="lg" tt="none">
            {node.name}
          </Badge>
        )
      }
      actions={
        <>
          <RangeSelect />
          {node && <ResetButton node={node} />}
        </>
      }
    >
      {error && node === undefined && <ErrorState message={describeError(error)} />}
      {node === undefined ? (
        !error && <Skeleton h={420} radius="lg" />
      ) : (
        <>
          <Findings node={node} />
          <Section
            title="Resources"
            aside={<Badge variant="light" color="gray" tt="none">{`up ${formatDuration(node.uptime)}`}</Badge>}
          >
            <NodeGauges node={node} />
          </Section>
          <NodeCharts node={node} />
          <MemorySection node={node.name} />
          {overview && <Listeners overview={overview} />}
          {overview && <NodeSettings node={node} overview={overview} />}
        </>
      )}
    </Page>
  );
}

function ResetButton({ node }: { readonly node: BrokerNode }) {
  const { isAdministrator } = useSession();
  const confirm = useConfirm();
  const change = useChange();
  if (!isAdministrator) {
    return null;
  }
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconEraser size={16} aria-hidden />}
      onClick={() =>
        confirm({
          title: 'Reset the statistics?',
          losses: ['the history behind all charts, of the node, its queues, exchanges, connections and channels'],
          action: 'Reset the statistics',
          run: () => change.mutateAsync({ run: () => resetStatistics(node.name), done: 'The statistics begin anew.' }),
        })
      }
    >
      Reset statistics…
    </Button>
  );
}
