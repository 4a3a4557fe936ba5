import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test';

/** How long the pages are left open. */
const minutes = Number(process.env.SOAK_MINUTES ?? 10);
/** So long until all is there that is kept of the past. */
const settling = Math.min(2, minutes / 4);
const paths = ['/', '/queues', '/queues/%2F/orders', '/topology?vhost=%2F'];

test(`pages left open for ${minutes} minutes do not grow`, async ({ page, context }) => {
  test.setTimeout((minutes + 4) * 60_000);
  const others = await Promise.all(paths.slice(1).map(async () => context.newPage()));
  const open = [page, ...others];
  await Promise.all(open.map(async (one, at) => one.goto(paths[at] ?? '/')));

  await page.waitForTimeout(settling * 60_000);
  const before = await measureAll(open);
  await page.waitForTimeout((minutes - settling) * 60_000);
  const after = await measureAll(open);

  for (const [at, path] of paths.entries()) {
    const [first, last] = [before[at], after[at]];
    console.log(`${path}: ${JSON.stringify(first)} -> ${JSON.stringify(last)}`);
    expect.soft(last?.bytes, `bytes of ${path}`).toBeLessThan((first?.bytes ?? 0) + 400_000);
    expect.soft(last?.nodes, `nodes of ${path}`).toBeLessThan((first?.nodes ?? 0) * 1.1 + 50);
    expect.soft(last?.listeners, `listeners of ${path}`).toBeLessThan((first?.listeners ?? 0) * 1.1 + 50);
  }
});

async function measureAll(pages: readonly Page[]) {
  const measured = [];
  for (const page of pages) {
    measured.push(await measure(page));
  }
  return measured;
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: string[][] } };
  readonly nodes: number[];
}

/** Not the page's: what the browser compiles, and what its tools note of each request while somebody looks on. */
const foreign: readonly (string | undefined)[] = ['native', 'code'];

/** What a page's scripts hold once what can go has gone. */
async function measure(page: Page) {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { bytes: bytesOf(JSON.parse(chunks.join('')) as Snapshot), nodes, listeners: jsEventListeners };
}

function bytesOf({ snapshot: { meta }, nodes }: Snapshot): number {
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')];
  const types = meta.node_types[type] ?? [];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
    if (!foreign.includes(types[nodes[at + type] ?? -1])) {
      bytes += nodes[at + size] ?? 0;
    }
  }
  return bytes;
}
