import { expect, test } from 'vitest';
import { bodyOf, defaultTypeOf, draftOf } from './vhostBody';

test('a virtual host is sent whole, so that nothing of it is forgotten', () => {
  const vhost = {
    name: 'shop',
    description: 'The shop',
    tags: ['a', 'b'],
    default_queue_type: 'quorum',
    tracing: true,
  };

  expect(bodyOf(draftOf(vhost))).toEqual({
    description: 'The shop',
    tags: 'a,b',
    default_queue_type: 'quorum',
    tracing: true,
  });
});

test('a virtual host without a default queue type leaves it to the broker', () => {
  expect(bodyOf(draftOf(undefined))).toEqual({ description: '', tags: '', tracing: false });
  expect(defaultTypeOf('undefined')).toBeUndefined();
  expect(defaultTypeOf('classic')).toBe('classic');
});
