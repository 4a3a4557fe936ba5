import type { BrokerNode } from '@/api/queries/nodes';
import { formatBytes, formatCount, formatPercent } from '@/format';

export interface Finding {
  readonly kind: 'alarm' | 'warning';
  readonly title: string;
  /** What it means for clients. */
  readonly effect: string;
  /** What helps, each by itself; with a link where something can be done at once. */
  readonly help: readonly { readonly text: string; readonly to?: string }[];
}

type Judged = Pick<
  BrokerNode,
  'mem_used' | 'mem_limit' | 'mem_alarm' | 'disk_free' | 'disk_free_limit' | 'disk_free_alarm' | 'fd_used' | 'fd_total'
>;

const NEAR = 0.8;

/** What is wrong with a node or soon will be, and what to do. */
export function findingsOf(node: Judged): Finding[] {
  return [...memoryFindings(node), ...diskFindings(node), ...fileFindings(node)];
}

function memoryFindings({ mem_used, mem_limit, mem_alarm }: Judged): Finding[] {
  const help = [
    {
      text: 'Look for the queues that hold most memory, and consume from them or purge them',
      to: '/queues?sort=memory&desc=true',
    },
    { text: 'Look for channels with many unacked messages', to: '/channels?sort=messages_unacknowledged&desc=true' },
    { text: 'Give the process more memory, or raise Storage:MemoryHighWatermark' },
  ];
  if (mem_alarm) {
    return [
      {
        kind: 'alarm',
        title: `Memory: ${formatBytes(mem_used)} used, the limit is ${formatBytes(mem_limit)}`,
        effect: 'Connections that publish are blocked; consumers go on, and their acks free memory.',
        help,
      },
    ];
  }
  return mem_limit > 0 && mem_used >= NEAR * mem_limit
    ? [
        {
          kind: 'warning',
          title: `Memory is at ${formatPercent(mem_used, mem_limit)} of its limit`,
          effect: `From ${formatBytes(mem_limit)} on, connections that publish are blocked.`,
          help,
        },
      ]
    : [];
}

function diskFindings({ disk_free, disk_free_limit, disk_free_alarm }: Judged): Finding[] {
  const help = [
    { text: 'Free space on the disk of the data directory, or make it greater' },
    {
      text: 'Look for the queues that hold most bytes, and consume from them or purge them',
      to: '/queues?sort=message_bytes&desc=true',
    },
  ];
  if (disk_free_alarm) {
    return [
      {
        kind: 'alarm',
        title: `Disk: ${formatBytes(disk_free)} free, the limit is ${formatBytes(disk_free_limit)}`,
        effect: 'Connections that publish are blocked, so that what is acknowledged can still be noted.',
        help: [...help, { text: 'Lower Storage:DiskFreeLimit if the disk can spare it' }],
      },
    ];
  }
  return disk_free_limit > 0 && disk_free <= disk_free_limit / NEAR
    ? [
        {
          kind: 'warning',
          title: `Only ${formatBytes(disk_free)} of disk are free`,
          effect: `Below ${formatBytes(disk_free_limit)}, connections that publish are blocked.`,
          help,
        },
      ]
    : [];
}

function fileFindings({ fd_used, fd_total }: Judged): Finding[] {
  return fd_total > 0 && fd_used >= NEAR * fd_total
    ? [
        {
          kind: 'warning',
          title: `${formatCount(fd_used)} of ${formatCount(fd_total)} file handles are in use`,
          effect: 'When there are none left, new connections are refused.',
          help: [
            { text: 'Look for clients that open connections and leave them', to: '/connections' },
            { text: 'Raise the limit of open files of the process (ulimit -n, LimitNOFILE)' },
          ],
        },
      ]
    : [];
}
