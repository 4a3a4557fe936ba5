import type { Answer } from '@/api/client';
import { toRates } from '@/api/samples';
import type { Series } from '@/components/chart/Chart';

type Detail = Answer<'/api/vhosts/{vhost}'>;

export function octetSeries(vhost: Detail): Series[] {
  return [
    { label: 'From clients', color: 5, points: toRates(vhost.recv_oct_details) },
    { label: 'To clients', color: 2, points: toRates(vhost.send_oct_details) },
  ];
}
