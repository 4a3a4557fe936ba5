/**
 * The filter language of all lists: words with spaces between, all of which must hold. The broker evaluates it (`?filter=` of the API); here
 * it is read to show what it means and what is wrong with it while it is typed.
 */
export type FilterOperator = ':' | '=' | '!=' | '>' | '>=' | '<' | '<=';

export interface FilterTerm {
  /** The column it looks at; undefined for a part of the name. */
  readonly column?: string;
  readonly operator?: FilterOperator;
  readonly value: string;
  readonly isNegated: boolean;
}

export interface FilterColumn {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'flag';
  readonly description: string;
}

export interface ParsedFilter {
  readonly terms: readonly FilterTerm[];
  /** What is wrong, for people; undefined when nothing is. */
  readonly mistake?: string;
}

const term = /^([A-Za-z0-9_.-]+?)(!=|>=|<=|>|<|=|:)(.*)$/s;
const comparing = new Set<string>(['>', '>=', '<', '<=']);

/** Reads a filter. Of columns that are not known it says so. */
export function parseFilter(text: string, columns: readonly FilterColumn[]): ParsedFilter {
  const terms = splitWords(text).map(readTerm);
  const isUnfinished = (text.split('"').length - 1) % 2 === 1;
  const mistake = isUnfinished
    ? 'A quotation mark is missing.'
    : terms.map((one) => mistakeIn(one, columns)).find(Boolean);
  return mistake === undefined ? { terms } : { terms, mistake };
}

function readTerm(word: string): FilterTerm {
  const isNegated = word.length > 1 && word.startsWith('-');
  const rest = isNegated ? word.slice(1) : word;
  const [, column, operator, value] = term.exec(rest) ?? [];
  return column !== undefined && operator !== undefined
    ? { column, operator: operator as FilterOperator, value: unquote(value ?? ''), isNegated }
    : { value: unquote(rest), isNegated };
}

function mistakeIn({ column, operator, value }: FilterTerm, columns: readonly FilterColumn[]): string | undefined {
  if (column === undefined || operator === undefined) {
    return undefined;
  }
  const known = columns.find((one) => one.name === column);
  if (known === undefined && !column.startsWith('arguments.') && !column.includes('.')) {
    return `There is no column “${column}” to filter by.`;
  }
  if (value === '') {
    return `A value is missing behind ${column}${operator}`;
  }
  return comparing.has(operator) && Number.isNaN(Number(value)) ? `${column}${operator} needs a number.` : undefined;
}

function splitWords(text: string): string[] {
  return text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

function unquote(value: string): string {
  return value.replaceAll('"', '');
}
