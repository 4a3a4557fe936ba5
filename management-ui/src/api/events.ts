/** One server-sent event (HTML Living Standard §9.2). */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** Cuts a stream of text into events; what is not complete yet waits for more. */
export class EventParser {
  private rest = '';

  add(text: string): ServerEvent[] {
    const blocks = (this.rest + text).replaceAll('\r\n', '\n').split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(readEvent).filter((event) => event.data !== '');
  }
}

/** Reads events until the stream ends. A stream of `fetch`, since `EventSource` neither sends headers nor tells a refusal from an interruption. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parser = new EventParser();
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield* parser.add(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function readEvent(block: string): ServerEvent {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    const value = line.slice(at + 1).replace(/^ /, '');
    if (line.startsWith('event:')) {
      event = value;
    } else if (line.startsWith('data:')) {
      data.push(value);
    }
  }
  return { event, data: data.join('\n') };
}
