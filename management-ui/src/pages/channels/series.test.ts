import { expect, test } from 'vitest';
import { channelSeries } from './series';

const rate = { rate: 1, samples: [] };

test('only what a channel does has a line', () => {
  const publisher = channelSeries({ message_stats: { publish_details: rate } }).map(({ label }) => label);
  expect(publisher).toContain('Publish');
  expect(publisher).not.toContain('Ack');
  const consumer = channelSeries({ message_stats: { deliver_get_details: rate } }).map(({ label }) => label);
  expect(consumer).toContain('Ack');
  expect(consumer).not.toContain('Publish');
});

test('a channel that has done nothing shows both', () => {
  expect(channelSeries({})).toHaveLength(9);
});

test('no two lines of a channel that does one have the same colour', () => {
  for (const stats of [{ publish_details: rate }, { deliver_get_details: rate }]) {
    const colors = channelSeries({ message_stats: stats }).map(({ color }) => color);
    expect(new Set(colors).size).toBe(colors.length);
  }
});
