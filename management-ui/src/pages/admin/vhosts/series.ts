import type { Answer } from '@/api/client';
import { toRates, toValues } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

type Detail = Answer<'/api/vhosts/{vhost}'>;

export function queuedSeries(vhost: Detail): Series[] {
  return [
    { label: 'Ready', color: 1, points: toValues(vhost.messages_ready_details) },
    { label: 'Unacked', color: 2, points: toValues(vhost.messages_unacknowledged_details) },
    { label: 'Total', color: 3, points: toValues(vhost.messages_details) },
  ];
}

export function messageSeries({ message_stats: stats }: Detail): Series[] {
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

export function octetSeries(vhost: Detail): Series[] {
  return [
    { label: 'From clients', color: 5, points: toRates(vhost.recv_oct_details) },
    { label: 'To clients', color: 2, points: toRates(vhost.send_oct_details) },
  ];
}
