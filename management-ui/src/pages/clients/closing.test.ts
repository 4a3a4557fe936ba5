import { expect, test } from 'vitest';
import { lossesOf } from './useClosing';

test('what a connection takes with it is named', () => {
  expect(
    lossesOf({
      channels: 2,
      consumers: 1,
      unacked: 1200,
      unconfirmed: 3,
      queues: [{ name: 'reply', messages: 1 }],
    }),
  ).toEqual([
    '2 open channels',
    '1 consumer',
    'its hold on 1,200 unacked messages: back into the queue, and delivered once more',
    '3 publishes not confirmed yet: the client cannot know whether they arrived',
    '1 exclusive queue (reply), deleted with 1 message',
  ]);
});

test('what there is none of is not named', () => {
  expect(lossesOf({ channels: 1 })).toEqual(['1 open channel']);
});
