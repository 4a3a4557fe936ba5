import { expect, test } from 'vitest';
import { withLimit } from './series';

const line = { label: 'Used', color: 1, points: { times: [1, 2], values: [5, null] } };

test('a limit is a level line beside what it limits', () => {
  expect(withLimit(line, 9)).toEqual([line, { label: 'Limit', color: 2, points: { times: [1, 2], values: [9, 9] } }]);
});

test('without a limit there is no line for it', () => expect(withLimit(line, 0)).toEqual([line]));
