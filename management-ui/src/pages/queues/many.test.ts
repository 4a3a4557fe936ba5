import { describe, expect, test } from 'vitest';
import { ApiError } from '@/api/errors';
import { eachOf, lossesOfMany } from './many';

const queue = (name: string, ready = 0, unacked = 0, consumers = 0) => ({
  vhost: '/',
  name,
  messages_ready: ready,
  messages_unacknowledged: unacked,
  consumers,
});

describe('what goes with many queues', () => {
  test('is named from the fullest on, and summed up', () => {
    expect(lossesOfMany([queue('a'), queue('b', 1200, 2, 1), queue('c', 5)], true)).toEqual([
      'The queues b (1,200 ready), c (5 ready), a',
      '1,205 ready messages',
      '2 messages that consumers hold unacked',
      '1 consumer, cancelled by the broker',
    ]);
  });

  test('is only what is ready when they are purged', () => {
    expect(lossesOfMany([queue('a', 1, 2, 1)], false)).toEqual(['All that is ready in a (1 ready)', '1 ready message']);
  });

  test('is cut where there are too many to read', () => {
    const many = Array.from({ length: 20 }, (_, at) => queue(`q${at}`));
    expect(lossesOfMany(many, true)[0]).toMatch(/^The queues q0, .*q7, and 12 more$/);
  });
});

describe('the same for each', () => {
  test('goes on after a refusal, and names it in the end', async () => {
    const done: string[] = [];
    const all = eachOf([queue('a'), queue('b'), queue('c')], async ({ name }) => {
      if (name === 'b') {
        throw new ApiError(400, 'it is exclusive.');
      }
      done.push(name);
    });
    await expect(all).rejects.toThrow('Done for 2 of 3. b: it is exclusive.');
    expect(done).toEqual(['a', 'c']);
  });
});
