import { expect, test } from 'vitest';
import { withLimit } from './series';

const line = { label: 'Used', color: 1, points: { times: [1, 2], values: [5, 6] } };

test('a limit is a level line beside what it limits', () => {
  expect(withLimit(line, 9)).toEqual([line, { label: 'Limit', color: 2, points: { times: [1, 2], values: [9, 9] } }]);
});

test.each([0, 100, 1])('there is no line for a limit of %i, which is none or far away', (limit) =>
  expect(withLimit(line, limit)).toEqual([line]),
);
