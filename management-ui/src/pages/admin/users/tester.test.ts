import { describe, expect, test } from 'vitest';
import { judge, judgeKey } from './tester';

const grants = { configure: '^alice\\.', write: '^(alice\\.|amq\\.default$)', read: '' };
const topic = { user: 'al.ice', vhost: '/', exchange: 'events', write: '^{username}\\.', read: '' };

const allowed = (judgements: readonly { deed: string; isAllowed: boolean | undefined }[]) =>
  judgements.filter(({ isAllowed }) => isAllowed).map(({ deed }) => deed);

describe('what a user may do', () => {
  test('with a queue follows from the three patterns', () => {
    expect(allowed(judge(grants, 'queue', 'alice.inbox'))).toEqual([
      'Declare or delete it',
      'Bind it to an exchange',
      'Publish straight to it',
    ]);
    expect(allowed(judge(grants, 'queue', 'bob'))).toEqual(['Publish straight to it']);
  });

  test('with the exchange without a name is decided by amq.default', () =>
    expect(allowed(judge(grants, 'exchange', ''))).toEqual(['Publish to it, or bind it to another']));

  test('is everything with .* and nothing with the empty pattern', () => {
    expect(allowed(judge({ configure: '.*', write: '.*', read: '.*' }, 'queue', 'q'))).toHaveLength(4);
    expect(allowed(judge({ configure: '', write: '', read: '' }, 'queue', 'q'))).toEqual([]);
  });

  test('with a routing key is anything without a topic permission', () =>
    expect(allowed(judgeKey(undefined, 'a.b'))).toHaveLength(2));

  test('with a routing key is what the topic permission says, the user standing for itself', () => {
    expect(allowed(judgeKey(topic, 'al.ice.created'))).toEqual(['Publish with this routing key']);
    expect(allowed(judgeKey(topic, 'alxice.created'))).toEqual([]);
  });

  test('cannot be told where a browser reads a pattern otherwise', () =>
    expect(
      judge({ configure: '\\Amine', write: '.*', read: '' }, 'queue', 'mine').map(({ isAllowed }) => isAllowed),
    ).toEqual([undefined, true, false, true]));
});
