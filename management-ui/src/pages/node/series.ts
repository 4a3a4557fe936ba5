import type { BrokerNode } from '@/api/queries/nodes';
import { type Points, toRates, toValues } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

/** The lines of a node's charts. */
export function nodeSeries(node: BrokerNode) {
  const memory = toValues(node.mem_used_details);
  const disk = toValues(node.disk_free_details);
  return {
    memory: withLimit({ label: 'Used', color: 1, points: memory }, node.mem_limit),
    disk: withLimit({ label: 'Free', color: 4, points: disk }, node.disk_free_limit),
    files: [
      { label: 'File handles', color: 5, points: toValues(node.fd_used_details) },
      { label: 'Sockets', color: 3, points: toValues(node.sockets_used_details) },
    ],
    traffic: [
      { label: 'Written', color: 1, points: toRates(node.io_write_bytes_details) },
      { label: 'Read', color: 2, points: toRates(node.io_read_bytes_details) },
    ],
    operations: [
      { label: 'Writes', color: 1, points: toRates(node.io_write_count_details) },
      { label: 'Reads', color: 2, points: toRates(node.io_read_count_details) },
      { label: 'Syncs', color: 3, points: toRates(node.io_sync_count_details) },
    ],
    churn: [
      { label: 'Connections opened', color: 4, points: toRates(node.connection_created_details) },
      { label: 'Connections closed', color: 2, points: toRates(node.connection_closed_details) },
      { label: 'Channels opened', color: 5, points: toRates(node.channel_created_details) },
      { label: 'Channels closed', color: 6, points: toRates(node.channel_closed_details) },
    ],
  } satisfies Record<string, Series[]>;
}

/** From which part of the limit on its line is shown: farther away it would press the other flat. */
const NEAR = 0.25;

/** A line and the limit it must not cross, once that is near. */
export function withLimit(line: Series, limit: number): Series[] {
  const last = line.points.values.at(-1) ?? 0;
  const isNear = limit > 0 && last >= NEAR * limit && last <= limit / NEAR;
  return isNear ? [line, { label: 'Limit', color: 2, points: level(line.points, limit) }] : [line];
}

function level({ times }: Points, value: number): Points {
  return { times, values: times.map(() => value) };
}
