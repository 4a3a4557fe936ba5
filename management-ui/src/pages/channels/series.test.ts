import { expect, test } from 'vitest';
import { channelSeries } from './series';

test('only what has happened on a channel has a line', () => {
  const labels = channelSeries({ message_stats: { publish: 5, confirm: 5, ack: 0 } }).map(({ label }) => label);
  expect(labels).toEqual(['Publish', 'Confirm']);
});

test('a channel that has done nothing shows the usual', () => {
  expect(channelSeries({}).map(({ label }) => label)).toEqual(['Publish', 'Deliver (ack)', 'Ack']);
});
