/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  return readJson(text) !== undefined;
}

/** What a text in JSON stands for; undefined when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
