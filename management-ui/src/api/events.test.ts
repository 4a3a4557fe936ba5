import { describe, expect, test } from 'vitest';
import { EventParser } from './events';

describe('a stream of events', () => {
  test('is cut where events end, wherever it is torn', () => {
    const parser = new EventParser();

    expect(parser.add('event: overview\nda')).toEqual([]);
    expect(parser.add('ta: {"a":1}\n')).toEqual([]);
    expect(parser.add('\nevent: alarms\ndata: []\n\nevent:')).toEqual([
      { event: 'overview', data: '{"a":1}' },
      { event: 'alarms', data: '[]' },
    ]);
  });

  test('may hold comments and data of several lines', () => {
    expect(new EventParser().add(': still there\n\ndata: a\ndata: b\n\n')).toEqual([
      { event: 'message', data: 'a\nb' },
    ]);
  });
});
