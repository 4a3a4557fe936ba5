import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test';

/** How long a page is left open. */
const minutes = Number(process.env.SOAK_MINUTES ?? 10);
const paths = ['/', '/queues', '/queues/%2F/orders', '/topology?vhost=%2F'];

test(`pages left open for ${minutes} minutes do not grow`, async ({ page, context }) => {
  test.setTimeout((minutes + 3) * 60_000);
  const others = await Promise.all(paths.slice(1).map(async () => context.newPage()));
  const open = [page, ...others];
  await Promise.all(open.map(async (one, at) => one.goto(paths[at] ?? '/')));

  // What charts keep of the last minute must be full before anything is compared.
  await page.waitForTimeout(Math.min(2, minutes / 4) * 60_000);
  const before = await Promise.all(open.map(measure));
  await page.waitForTimeout((minutes - Math.min(2, minutes / 4)) * 60_000);
  const after = await Promise.all(open.map(measure));

  for (const [at, path] of paths.entries()) {
    const [first, last] = [before[at], after[at]];
    console.log(`${path}: ${JSON.stringify(first)} -> ${JSON.stringify(last)}`);
    expect.soft(last?.heap, `bytes of ${path}`).toBeLessThan((first?.heap ?? 0) + 4_000_000);
    expect.soft(last?.nodes, `nodes of ${path}`).toBeLessThan((first?.nodes ?? 0) * 1.5 + 500);
    expect.soft(last?.listeners, `listeners of ${path}`).toBeLessThan((first?.listeners ?? 0) * 1.5 + 200);
  }
});

/** What a page holds once what can go has gone. */
async function measure(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}
