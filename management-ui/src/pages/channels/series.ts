import type { Channel } from '@/api/queries/clients';
import { toRates } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

/** What happens on a channel: what it publishes, or consumes, or both. */
export function channelSeries({ message_stats: stats }: Pick<Channel, 'message_stats'>): Series[] {
  const publishing: Series[] = [
    { label: 'Publish', color: 1, points: toRates(stats?.publish_details) },
    { label: 'Confirm', color: 4, points: toRates(stats?.confirm_details) },
    { label: 'Returned', color: 6, points: toRates(stats?.return_unroutable_details) },
    { label: 'Dropped', color: 2, points: toRates(stats?.drop_unroutable_details) },
  ];
  const consuming: Series[] = [
    { label: 'Deliver (ack)', color: 5, points: toRates(stats?.deliver_details) },
    { label: 'Deliver (no ack)', color: 7, points: toRates(stats?.deliver_no_ack_details) },
    { label: 'Ack', color: 3, points: toRates(stats?.ack_details) },
    { label: 'Get', color: 8, points: toRates(stats?.get_details) },
    { label: 'Redelivered', color: 2, points: toRates(stats?.redeliver_details) },
  ];
  const isPublisher = stats?.publish_details !== undefined;
  const isConsumer = stats?.deliver_get_details !== undefined;
  // One that has done neither yet may do either.
  return [...(isPublisher || !isConsumer ? publishing : []), ...(isConsumer || !isPublisher ? consuming : [])];
}
