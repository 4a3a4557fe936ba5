/** The character classes of Perl that neither the broker's regular expressions nor those of browsers have. */
const classes: readonly (readonly [perl: string, members: string])[] = [
  ['[:alpha:]', 'a-zA-Z'],
  ['[:digit:]', '0-9'],
  ['[:alnum:]', 'a-zA-Z0-9'],
  ['[:upper:]', 'A-Z'],
  ['[:lower:]', 'a-z'],
  ['[:space:]', '\\s'],
  ['[:blank:]', ' \\t'],
  ['[:word:]', '\\w'],
  ['[:xdigit:]', '0-9a-fA-F'],
  ['[:punct:]', '!-/:-@\\[-`{-~'],
];

/** Writes those classes out. */
export function writeOut(pattern: string): string {
  return classes.reduce((text, [perl, members]) => text.replaceAll(perl, members), pattern);
}

/** Reads a regular expression as the broker does: not anchored, case matters unless `(?i)` stands before it. */
export function compile(pattern: string): RegExp | undefined {
  const [, flag, rest] = /^(\(\?i\))?(.*)$/s.exec(writeOut(pattern)) ?? [];
  try {
    return new RegExp(rest ?? '', flag === undefined ? '' : 'i');
  } catch {
    return undefined;
  }
}

/** What is wrong with an expression, as far as a browser can tell; the broker has the last word. */
export function mistakeInPattern(pattern: string): string | undefined {
  return compile(pattern) === undefined ? 'This is no regular expression.' : undefined;
}

/** Whether a pattern of a policy takes in a name. */
export function matches(pattern: string, name: string): boolean {
  return compile(pattern)?.test(name) ?? false;
}

/** Whether a pattern of a permission allows a name: the empty one allows the empty name alone. */
export function allows(pattern: string, name: string): boolean {
  return pattern === '' ? name === '' : matches(pattern, name);
}
