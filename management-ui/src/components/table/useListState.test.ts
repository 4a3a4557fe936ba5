import { expect, test } from 'vitest';
import { readListState, writeListState } from './useListState';

test('a list is as the address says', () => {
  const search = new URLSearchParams('page=3&size=250&sort=messages&desc=true&filter=type:quorum&vhost=shop');

  expect(readListState(search)).toEqual({
    page: 3,
    pageSize: 250,
    sort: 'messages',
    isDescending: true,
    filter: 'type:quorum',
  });
});

test.each(['', 'page=0&size=7', 'page=x'])('what the address does not say, or says wrong, is as usual: %s', (text) =>
  expect(readListState(new URLSearchParams(text), 'name')).toEqual({
    page: 1,
    pageSize: 100,
    sort: 'name',
    isDescending: false,
    filter: '',
  }),
);

test('what is changed is read again, and the rest of the address stays', () => {
  const search = writeListState(new URLSearchParams('vhost=shop&page=3'), {
    filter: 'a b',
    sort: 'name',
    isDescending: true,
    pageSize: 50,
  });

  expect(search.get('vhost')).toBe('shop');
  expect(readListState(search)).toEqual({ page: 1, pageSize: 50, sort: 'name', isDescending: true, filter: 'a b' });
});

test('another page is nothing but that', () => {
  expect(writeListState(new URLSearchParams('sort=name&filter=x'), { page: 2 }).toString()).toBe(
    'sort=name&filter=x&page=2',
  );
});
