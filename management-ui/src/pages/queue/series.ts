import type { QueueDetail } from '@/api/queries/queue';
import { toRates, toValues } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

export function lengthSeries(queue: QueueDetail): Series[] {
  return [
    // Drawn first, under those that it is made of.
    { label: 'Total', color: 3, points: toValues(queue.messages_details) },
    { label: 'Ready', color: 1, points: toValues(queue.messages_ready_details) },
    { label: 'Unacked', color: 2, points: toValues(queue.messages_unacknowledged_details) },
  ];
}

export function rateSeries({ message_stats: stats }: QueueDetail): Series[] {
  return [
    { label: 'Publish', color: 1, points: toRates(stats?.publish_details) },
    { label: 'Deliver (ack)', color: 5, points: toRates(stats?.deliver_details) },
    { label: 'Deliver (no ack)', color: 7, points: toRates(stats?.deliver_no_ack_details) },
    { label: 'Ack', color: 3, points: toRates(stats?.ack_details) },
    { label: 'Redelivered', color: 2, points: toRates(stats?.redeliver_details) },
    { label: 'Get', color: 8, points: toRates(stats?.get_details) },
  ];
}
