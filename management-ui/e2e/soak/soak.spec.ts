import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test';

/** How long the pages are left open; what they hold is looked at once a minute. */
const minutes = Number(process.env.SOAK_MINUTES ?? 10);
/** So long until what is kept of the past, and what the browser compiles, is all there. */
const settling = Math.min(3, Math.floor(minutes / 2));
const paths = ['/', '/queues', '/queues/%2F/orders', '/topology?vhost=%2F'];

test(`pages left open for ${minutes} minutes do not grow`, async ({ page, context }) => {
  test.setTimeout((minutes + 3) * 60_000);
  const others = await Promise.all(paths.slice(1).map(async () => context.newPage()));
  const open = [page, ...others];
  await Promise.all(open.map(async (one, at) => one.goto(paths[at] ?? '/')));

  const seen: Held[][] = paths.map(() => []);
  for (let minute = 0; minute < minutes; minute++) {
    await page.waitForTimeout(60_000);
    for (const [at, one] of open.entries()) {
      seen[at]?.push(await measure(one));
    }
  }

  for (const [at, path] of paths.entries()) {
    const all = seen[at] ?? [];
    console.log(`${path}: KiB ${all.map(({ heap }) => Math.round(heap / 1024)).join(' ')}`);
    const [first, last] = [all[settling], all[all.length - 1]];
    expect
      .soft(slope(all.slice(settling).map(({ heap }) => heap)) * 60, `bytes of ${path} in an hour`)
      .toBeLessThan(4_000_000);
    expect.soft(last?.nodes, `nodes of ${path}`).toBeLessThan((first?.nodes ?? 0) * 1.2 + 100);
    expect.soft(last?.listeners, `listeners of ${path}`).toBeLessThan((first?.listeners ?? 0) * 1.2 + 100);
  }
});

interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What a page holds once what can go has gone. */
async function measure(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** By how much values that are equally far apart grow from one to the next: least squares. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const sum = (of: (at: number) => number) => values.reduce((total, _, at) => total + of(at), 0);
  return sum((at) => (at - middle) * (values[at] ?? 0)) / sum((at) => (at - middle) ** 2);
}
