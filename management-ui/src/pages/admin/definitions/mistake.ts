/** What is wrong with a file, and where. */
export interface Mistake {
  readonly place: string | undefined;
  readonly line: number | undefined;
  readonly reason: string;
}

/** Reads what the broker says of a file that is wrong: `queues[3].name, line 12: …`, or of what is no JSON `…, line 3, byte 7`. */
export function readMistake(text: string): Mistake {
  const [, place, line, reason] = /^(.+), line (\d+): (.*)$/s.exec(text) ?? [];
  if (place !== undefined && reason !== undefined) {
    return { place, line: Number(line), reason };
  }
  const [, noJson, column] = /^failed_to_parse_json, line (\d+), byte (\d+)$/.exec(text) ?? [];
  return noJson === undefined
    ? {
        place: undefined,
        line: undefined,
        reason: text === 'failed_to_parse_json' ? 'This is no object in JSON.' : text,
      }
    : { place: undefined, line: Number(noJson), reason: `This is no JSON: it breaks at byte ${column} of the line.` };
}

/** Some lines of a file around one, with their numbers. */
export function linesAround(
  text: string,
  line: number,
  around = 2,
): { readonly number: number; readonly text: string }[] {
  return text
    .split('\n')
    .map((one, index) => ({ number: index + 1, text: one }))
    .slice(Math.max(0, line - 1 - around), line + around);
}
