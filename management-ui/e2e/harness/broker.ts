import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readEvents } from '../../src/api/events';

const root = resolve(import.meta.dirname, '../../..');
const program = process.env.BROKER_DLL ?? join(root, 'src/AmqpBroker/bin/Release/net10.0/amqpbroker.dll');
const pages = resolve(import.meta.dirname, '../../dist');
const patience = 30_000;

/** A broker of its own process, on free ports, with a data directory of its own, that serves the pages as they are built now. */
export class Broker {
  private process: ChildProcess | undefined;
  private log = '';

  private constructor(
    readonly amqpPort: number,
    readonly httpPort: number,
    private readonly directory: string,
  ) {}

  static async start(): Promise<Broker> {
    for (const [file, command] of [
      [program, 'dotnet build src/AmqpBroker -c Release'],
      [join(pages, 'index.html'), 'npm run build'],
    ] as const) {
      if (!existsSync(file)) {
        throw new Error(`${file} is missing: ${command}`);
      }
    }
    const [amqp, http] = await Promise.all([freePort(), freePort()]);
    const broker = new Broker(amqp, http, await mkdtemp(join(tmpdir(), 'amqpbroker-ui-')));
    await broker.run();
    return broker;
  }

  get url(): string {
    return `http://127.0.0.1:${this.httpPort}`;
  }

  get amqpUrl(): string {
    return `amqp://guest:guest@127.0.0.1:${this.amqpPort}`;
  }

  /** Starts the process; after `kill`, with the same data on the same ports. */
  async run(): Promise<void> {
    const settings = [
      `--Amqp:Address=127.0.0.1`,
      `--Amqp:Port=${this.amqpPort}`,
      `--Management:Address=127.0.0.1`,
      `--Management:Port=${this.httpPort}`,
      `--Management:PagesDirectory=${pages}`,
      `--Prometheus:Port=-1`,
      `--Statistics:SamplingInterval=00:00:01`,
      `--Storage:DataDirectory=${join(this.directory, 'data')}`,
    ];
    const started = spawn('dotnet', [program, 'serve', ...settings], { cwd: this.directory });
    this.process = started;
    started.stdout.on('data', (text) => {
      this.log += text;
    });
    started.stderr.on('data', (text) => {
      this.log += text;
    });
    const deadline = Date.now() + patience;
    while (!(await this.isReady())) {
      if (started.exitCode !== null || Date.now() > deadline) {
        throw new Error(`the broker did not start:\n${this.log}`);
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Ends the process at once; what it keeps stays for the next `run`. */
  async kill(): Promise<void> {
    if (this.process !== undefined && this.process.exitCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await ended;
    }
    this.process = undefined;
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Calls the API as an administrator, for what a test needs before it begins and sees afterwards. */
  async api<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: { Authorization: `Basic ${btoa('guest:guest')}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Waits until the broker has told its listeners so many samples more. */
  async samples(count: number): Promise<void> {
    const response = await fetch(`${this.url}/api/events`, {
      headers: { Authorization: `Basic ${btoa('guest:guest')}` },
    });
    let left = count;
    for await (const { event } of readEvents(response.body ?? new ReadableStream())) {
      left -= event === 'overview' ? 1 : 0;
      if (left === 0) {
        return;
      }
    }
    throw new Error('the stream of events ended');
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') {
    throw new Error('no port');
  }
  return address.port;
}
