/** The types that a value of a field table can be given in a form. */
export const argumentTypes = ['string', 'number', 'boolean', 'list', 'object'] as const;

export type ArgumentType = (typeof argumentTypes)[number];

/** One line of the editor, as it is typed. */
export interface ArgumentRow {
  readonly id: number;
  readonly name: string;
  readonly type: ArgumentType;
  readonly text: string;
}

/** What is wrong with a line; undefined when nothing is. Lines without a name do not count. */
export function mistakeInRow({ name, type, text }: ArgumentRow): string | undefined {
  if (name === '') {
    return undefined;
  }
  switch (type) {
    case 'number':
      return text.trim() === '' || !Number.isFinite(Number(text)) ? 'A number is needed.' : undefined;
    case 'list':
      return Array.isArray(parse(text)) ? undefined : 'A list in JSON is needed: [1, "two"]';
    case 'object':
      return isObject(parse(text)) ? undefined : 'An object in JSON is needed: {"a": 1}';
    default:
      return undefined;
  }
}

/** The arguments that the lines stand for; those without a name, or with a mistake, are left out. */
export function toArguments(rows: readonly ArgumentRow[]): Record<string, unknown> {
  return Object.fromEntries(
    rows.filter((row) => row.name !== '' && mistakeInRow(row) === undefined).map((row) => [row.name, readValue(row)]),
  );
}

/** Lines for arguments that there are. */
export function toRows(args: Readonly<Record<string, unknown>>): ArgumentRow[] {
  return Object.entries(args).map(([name, value], id) => ({
    id,
    name,
    type: typeOf(value),
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

function readValue({ type, text }: ArgumentRow): unknown {
  switch (type) {
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'string':
      return text;
    default:
      return parse(text);
  }
}

function typeOf(value: unknown): ArgumentType {
  if (Array.isArray(value)) {
    return 'list';
  }
  const type = typeof value;
  return type === 'number' || type === 'boolean' || type === 'string' ? type : 'object';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
