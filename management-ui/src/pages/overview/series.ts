import type { Answer } from '@/api/client';
import { toRates } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

type Overview = Answer<'/api/overview'>;

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
