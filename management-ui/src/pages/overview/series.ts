import type { Answer } from '@/api/client';
import { toRates, toValues } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

type Overview = Answer<'/api/overview'>;

export function queuedSeries({ queue_totals: totals }: Overview): Series[] {
  return [
    // Below the others, which may lie upon it.
    { label: 'Total', color: 3, points: toValues(totals.messages_details) },
    { label: 'Ready', color: 1, points: toValues(totals.messages_ready_details) },
    { label: 'Unacked', color: 2, points: toValues(totals.messages_unacknowledged_details) },
  ];
}

export function messageSeries({ message_stats: stats }: Overview): Series[] {
  return [
    { label: 'Publish', color: 1, points: toRates(stats?.publish_details) },
    { label: 'Confirm', color: 4, points: toRates(stats?.confirm_details) },
    { label: 'Deliver (ack)', color: 5, points: toRates(stats?.deliver_details) },
    { label: 'Deliver (no ack)', color: 7, points: toRates(stats?.deliver_no_ack_details) },
    { label: 'Ack', color: 3, points: toRates(stats?.ack_details) },
    { label: 'Get', color: 8, points: toRates(stats?.get_details) },
    { label: 'Redelivered', color: 2, points: toRates(stats?.redeliver_details) },
    { label: 'Unroutable', color: 6, points: toRates(stats?.drop_unroutable_details) },
  ];
}

export function churnSeries({ churn_rates: churn }: Overview) {
  return {
    connections: [
      { label: 'Opened', color: 4, points: toRates(churn?.connection_created_details) },
      { label: 'Closed', color: 2, points: toRates(churn?.connection_closed_details) },
    ],
    channels: [
      { label: 'Opened', color: 4, points: toRates(churn?.channel_created_details) },
      { label: 'Closed', color: 2, points: toRates(churn?.channel_closed_details) },
    ],
    queues: [
      { label: 'Declared', color: 5, points: toRates(churn?.queue_declared_details) },
      { label: 'Created', color: 4, points: toRates(churn?.queue_created_details) },
      { label: 'Deleted', color: 2, points: toRates(churn?.queue_deleted_details) },
    ],
  } satisfies Record<string, Series[]>;
}
