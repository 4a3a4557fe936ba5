/** What a payload says, in the forms that it can be looked at. */

interface Encoded {
  readonly payload: string;
  readonly payload_encoding: string;
}

/** The bytes of a payload, or of what there is of it. */
export function bytesOf({ payload, payload_encoding: encoding }: Encoded): Uint8Array<ArrayBuffer> {
  return encoding === 'base64'
    ? Uint8Array.from(atob(payload), (character) => character.charCodeAt(0))
    : new TextEncoder().encode(payload);
}

/** The text that bytes stand for; undefined when they stand for none. A character that the end cuts through is left out. */
export function textOf(bytes: Uint8Array, isCut = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return undefined;
  }
}

/** JSON with a line for each member; undefined for what is none, or a bare word or number that needs no such view. */
export function prettyJson(text: string | undefined): string | undefined {
  if (text === undefined || !/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return indent(text);
}

/** Puts JSON on lines. Numbers stay as they are written: reading them would round the long ones. */
function indent(text: string): string {
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g) ?? [];
  return tokens
    .map((token, at) => {
      switch (token) {
        case '{':
        case '[':
          if (isClosing(tokens[at + 1])) {
            return token;
          }
          depth++;
          return token + line();
        case '}':
        case ']':
          if (isOpening(tokens[at - 1])) {
            return token;
          }
          depth--;
          return line() + token;
        case ',':
          return token + line();
        case ':':
          return ': ';
        default:
          return token;
      }
    })
    .join('');
}

const isClosing = (token: string | undefined) => token === '}' || token === ']';
const isOpening = (token: string | undefined) => token === '{' || token === '[';

const PRINTABLE = /[\x20-\x7e]/;

/** Sixteen bytes on a line: place, bytes, characters. */
export function hexDump(bytes: Uint8Array, most = bytes.length): string {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, most); at += 16) {
    const row = [...bytes.subarray(at, Math.min(at + 16, most))];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const halves = `${hex.slice(0, 8).join(' ').padEnd(23)}  ${hex.slice(8).join(' ').padEnd(23)}`;
    const text = row.map((byte) => characterOf(byte)).join('');
    lines.push(`${at.toString(16).padStart(8, '0')}  ${halves}  ${text}`);
  }
  return lines.join('\n');
}

function characterOf(byte: number): string {
  const character = String.fromCharCode(byte);
  return PRINTABLE.test(character) ? character : '·';
}

/** One line that tells a message from others. */
export function previewOf(message: Encoded, most = 160): string {
  if (message.payload === '') {
    return '';
  }
  if (message.payload_encoding === 'base64') {
    return [...bytesOf(message).subarray(0, 24)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  }
  return message.payload.slice(0, most).replace(/\s+/g, ' ');
}

/** Whether bytes are compressed with gzip, by how they begin. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What was compressed with gzip; undefined when it cannot be read. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}

/** How a downloaded payload is called. */
export function fileNameOf(queue: string, position: number, contentType: string | undefined): string {
  const kind = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = endings[kind] ?? (kind.startsWith('text/') ? 'txt' : 'bin');
  return `${queue.replace(/[^\w.-]+/g, '_')}-${position}.${ending}`;
}

const endings: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/html': 'html',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};
