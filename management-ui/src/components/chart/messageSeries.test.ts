import { expect, test } from 'vitest';
import { messageSeries, queuedSeries } from './messageSeries';

const labelsOf = (series: readonly { readonly label: string }[]) => series.map(({ label }) => label);

test('the total is drawn first, under what it is made of', () => {
  expect(labelsOf(queuedSeries({}))).toEqual(['Total', 'Ready', 'Unacked']);
});

test('each line has the samples of its own counter', () => {
  const samples = [
    { sample: 30, timestamp: 2000 },
    { sample: 10, timestamp: 1000 },
  ];
  const lines = messageSeries({ ack_details: { rate: 20, samples } });
  expect(labelsOf(lines.filter(({ points }) => points.values.length > 0))).toEqual(['Ack']);
});

test('only the counters that are asked for have a line, in their order', () => {
  expect(labelsOf(messageSeries(undefined, ['get', 'publish']))).toEqual(['Get', 'Publish']);
});
