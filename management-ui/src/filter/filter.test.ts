import { describe, expect, test } from 'vitest';
import { type FilterColumn, parseFilter } from './filter';

const columns: FilterColumn[] = [
  { name: 'vhost', kind: 'text', description: '' },
  { name: 'type', kind: 'text', description: '' },
  { name: 'messages', kind: 'number', description: '' },
  { name: 'consumers', kind: 'number', description: '' },
  { name: 'policy', kind: 'text', description: '' },
];

describe('a filter', () => {
  test('is conditions with spaces between', () => {
    const { terms, mistake } = parseFilter('vhost:shop messages>1000 consumers=0 -policy:orders* inbox', columns);

    expect(mistake).toBeUndefined();
    expect(terms).toEqual([
      { column: 'vhost', operator: ':', value: 'shop', isNegated: false },
      { column: 'messages', operator: '>', value: '1000', isNegated: false },
      { column: 'consumers', operator: '=', value: '0', isNegated: false },
      { column: 'policy', operator: ':', value: 'orders*', isNegated: true },
      { value: 'inbox', isNegated: false },
    ]);
  });

  test.each([
    ['messages>=10', '>='],
    ['messages<=10', '<='],
    ['messages!=10', '!='],
    ['messages<10', '<'],
  ])('%s compares with %s', (text, operator) => expect(parseFilter(text, columns).terms[0]?.operator).toBe(operator));

  test('keeps spaces in quotes', () => {
    expect(parseFilter('vhost:"my shop" "two words"', columns).terms.map((term) => term.value)).toEqual([
      'my shop',
      'two words',
    ]);
  });

  test.each([
    ['messages>many', 'messages> needs a number.'],
    ['colour:red', 'There is no column “colour” to filter by.'],
    ['vhost:', 'A value is missing behind vhost:'],
    ['"open', 'A quotation mark is missing.'],
  ])('%s is wrong: %s', (text, mistake) => expect(parseFilter(text, columns).mistake).toBe(mistake));

  test('leads into objects', () => expect(parseFilter('arguments.x-max-length>5', columns).mistake).toBeUndefined());

  test('of nothing has no conditions', () => expect(parseFilter('  ', columns)).toEqual({ terms: [] }));
});
