import { expect, test } from 'vitest';
import { findingsOf } from './health';

const well = {
  mem_used: 100,
  mem_limit: 1000,
  mem_alarm: false,
  disk_free: 1000,
  disk_free_limit: 50,
  disk_free_alarm: false,
  fd_used: 10,
  fd_total: 100,
};

test('nothing is found in a node that is well', () => expect(findingsOf(well)).toEqual([]));

test.each([
  [{ mem_used: 800 }, 'Memory is at 80% of its limit'],
  [{ disk_free: 60 }, 'Only 60 B of disk are free'],
  [{ fd_used: 80 }, '80 of 100 file handles are in use'],
])('%o is warned of before it is an alarm', (figures, title) => {
  const [finding] = findingsOf({ ...well, ...figures });
  expect(finding).toMatchObject({ kind: 'warning', title });
  expect(finding?.help.length).toBeGreaterThan(0);
});

test('alarms come with what to do', () => {
  const found = findingsOf({ ...well, mem_used: 1200, mem_alarm: true, disk_free: 10, disk_free_alarm: true });
  expect(found.map(({ kind }) => kind)).toEqual(['alarm', 'alarm']);
  expect(found.every(({ help }) => help.some(({ to }) => to !== undefined))).toBe(true);
});

test('a node without limits is not warned of', () => {
  expect(findingsOf({ ...well, mem_limit: 0, disk_free_limit: 0, fd_total: 0 })).toEqual([]);
});
