import type { Rate } from '@/api/samples';
import { formatRate, formatShortCount } from '@/format';
import { Stat } from './Stat';

interface RateStatProps {
  readonly label: string;
  /** How often it happened; nothing is counted before it first does. */
  readonly count: number | undefined;
  readonly details: Rate | undefined;
}

/** What happens so many times in a second, and how often it did in all. */
export function RateStat({ label, count = 0, details }: RateStatProps) {
  return <Stat label={label} value={formatRate(details?.rate ?? 0)} detail={`${formatShortCount(count)} in all`} />;
}
