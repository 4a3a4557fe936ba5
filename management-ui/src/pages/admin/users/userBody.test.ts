import { describe, expect, test } from 'vitest';
import { bodyOf, draftOf, mistakesIn } from './userBody';

const user = { name: 'alice', password_hash: 'aGFzaA==', hashing_algorithm: 'sha', tags: ['monitoring', 'x'] };

describe('a user', () => {
  test('that is only given other tags keeps its password', () => {
    expect(bodyOf({ ...draftOf(user), tags: ['management'] }, user)).toEqual({
      tags: 'management',
      password_hash: 'aGFzaA==',
      hashing_algorithm: 'sha',
    });
  });

  test('is sent a password, a hash, or neither', () => {
    const draft = { ...draftOf(undefined), password: 'p', hash: 'aGFzaA==' };
    expect(bodyOf(draft, undefined)).toEqual({ tags: '', password: 'p' });
    expect(bodyOf({ ...draft, choice: 'hash' }, undefined)).toMatchObject({ password_hash: 'aGFzaA==' });
    expect(bodyOf({ ...draft, choice: 'none' }, undefined)).toEqual({ tags: '', password_hash: '' });
  });

  test('needs a name, and its password twice', () => {
    expect(mistakesIn(draftOf(undefined))).toEqual({ name: expect.any(String), password: expect.any(String) });
    expect(mistakesIn({ ...draftOf(undefined), name: 'a', password: 'p', repeated: 'q' })).toEqual({
      repeated: expect.any(String),
    });
    expect(mistakesIn({ ...draftOf(undefined), name: 'a', password: 'p', repeated: 'p' })).toEqual({});
  });

  test('needs a hash in base64', () => {
    const draft = { ...draftOf(undefined), name: 'a', choice: 'hash' } as const;
    expect(mistakesIn({ ...draft, hash: 'no hash' })).toHaveProperty('hash');
    expect(mistakesIn({ ...draft, hash: 'aGFzaA==' })).toEqual({});
  });
});
