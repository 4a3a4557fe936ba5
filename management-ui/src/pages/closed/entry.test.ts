import { expect, test } from 'vitest';
import { filterOfEntry, writeEntry } from './entry';

test('an entry that stands in the address is found again', () => {
  const entry = writeEntry({ name: '127.0.0.1:1 -> 127.0.0.1:2 (1)', closed_at: 1700000000000 });
  expect(filterOfEntry(entry)).toBe('closed_at=1700000000000 name="127.0.0.1:1 -> 127.0.0.1:2 (1)"');
});

test.each([null, '', 'x', '12:', 'x:y'])('%s names no entry', (entry) => expect(filterOfEntry(entry)).toBeUndefined());
