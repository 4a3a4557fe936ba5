import { expectOnConsole, test } from '../harness/test';

/** Every page, with a name for its picture. */
const pages: readonly [name: string, path: string][] = [
  ['overview', '/'],
  ['node', '/node'],
  ['connections', '/connections'],
  ['channels', '/channels'],
  ['consumers', '/consumers'],
  ['closed', '/closed'],
  ['exchanges', '/exchanges'],
  ['exchange', '/exchanges/%2F/events'],
  ['exchange-bindings', '/exchanges/%2F/events?tab=bindings'],
  ['routes', '/routes?exchange=events&key=order.paid&vhost=%2F'],
  ['topology', '/topology?vhost=%2F'],
  ['queues', '/queues'],
  ['queues-filtered-to-none', '/queues?filter=nothing-like-that'],
  ['not-found', '/nowhere'],
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    for (const [name, path] of pages) {
      test(`${name} ${colorScheme} ${width}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: width > 1000 ? 900 : 844 });
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        // Two samples make a line.
        await page.waitForTimeout(2500);
        await page.screenshot({ path: `screenshots/${name}-${colorScheme}-${width}.png`, fullPage: true });
      });
    }
  }

  for (const width of [1440, 390]) {
    test(`what is open ${colorScheme} ${width}`, async ({ page, broker }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: width > 1000 ? 900 : 844 });
      const shoot = (name: string) =>
        page.screenshot({
          path: `screenshots/${name}-${colorScheme}-${width}.png`,
          fullPage: !/new|palette|keys/.test(name),
        });

      const [connection] = await broker.api<{ name: string }[]>('GET', '/connections');
      const [channel] = await broker.api<{ name: string }[]>('GET', '/channels');
      for (const [name, path] of [
        ['connection', `/connections/${encodeURIComponent(connection?.name ?? '')}`],
        ['channel', `/channels/${encodeURIComponent(channel?.name ?? '')}`],
        ['exchange-new', '/exchanges?new=exchange'],
      ] as const) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForTimeout(2500);
        await shoot(name);
      }

      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(700);
      await shoot('keys');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/Go to/).waitFor();
      await page.waitForTimeout(700);
      await shoot('palette');
    });
  }

  test(`login ${colorScheme}`, async ({ page, context }) => {
    expectOnConsole(page, /401/);
    await context.clearCookies();
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto('/');
      await page.getByRole('button', { name: 'Log in' }).waitFor();
      await page.screenshot({ path: `screenshots/login-${colorScheme}-${width}.png` });
    }
  });
}
