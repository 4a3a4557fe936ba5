import { SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { type Range, rangeOf, ranges } from '@/api/queries/ranges';
import { useAddress, withParameter } from '@/app/useAddress';

/** The range of time that the charts of a page show; it stands in the address. */
export function useRange(): Range {
  const [search] = useSearchParams();
  return rangeOf(search.get('range'));
}

export function RangeSelect() {
  const range = useRange();
  const [, change] = useAddress();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Range of the charts"
      value={range.id}
      data={ranges.map(({ id, label }) => ({ value: id, label }))}
      onChange={(id) => change((old) => withParameter(old, 'range', id))}
    />
  );
}
