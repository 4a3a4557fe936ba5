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
  ['[:cntrl:]', '\\x00-\\x1F\\x7F'],
  ['[:print:]', '\\x20-\\x7E'],
  ['[:graph:]', '\\x21-\\x7E'],
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

/**
 * Whether a pattern of a permission allows a name: the empty one allows the empty name alone. Undefined when a browser cannot tell for sure what
 * the broker would say.
 */
export function allows(pattern: string, name: string): boolean | undefined {
  if (pattern === '' || pattern === '.*') {
    return pattern !== '' || name === '';
  }
  const isMatch = compileStrictly(pattern)?.test(name);
  // The broker's letters and digits are those of all scripts, a browser's those of English.
  return isMatch === false && !isAscii(name) && /\\[a-z]|\(\?/i.test(pattern) ? undefined : isMatch;
}

/** Whether a pattern of a permission allows no name at all, as far as that is plain. */
export function allowsNothing(pattern: string): boolean {
  return pattern === '' || pattern === '^$';
}

/**
 * Reads what means the same to a browser and to the broker. With the flag `u` a browser refuses what it has not, such as `\A`, where without it
 * the letter would be meant.
 */
function compileStrictly(pattern: string): RegExp | undefined {
  const [, flag, rest = ''] = /^(\(\?i\))?(.*)$/s.exec(writeOut(pattern)) ?? [];
  if (mayTakeForever(rest)) {
    return undefined;
  }
  // A sign that need not be escaped may be, for the broker.
  const plain = rest.replace(/\\([^A-Za-z0-9])/gsu, (_, sign: string) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  try {
    return new RegExp(plain, flag === undefined ? 'u' : 'iu');
  } catch {
    return undefined;
  }
}

/** Whether a browser, which goes back and tries again where the broker does not, could be at it for long. */
function mayTakeForever(pattern: string): boolean {
  const bare = pattern.replace(/\\./gsu, 'x').replace(/\[[^\]]*\]/g, 'x');
  return /\)[*+{]/.test(bare) || (bare.match(/[*+]|\{\d+,\}/g) ?? []).length > 3;
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
