import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { Broker } from './broker';
import { Traffic } from './traffic';

interface WorkerFixtures {
  /** One broker with traffic for all tests of a worker. */
  broker: Broker;
}

interface TestFixtures {
  /** A page that is logged in as an administrator; at the end of the test nothing may have been said on the console. */
  page: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  broker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for it
    async ({}, use) => {
      const broker = await Broker.start();
      const traffic = await Traffic.start(broker);
      await use(broker);
      await traffic.stop();
      await broker.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ broker }, use) => use(broker.url),
  page: async ({ page, context, broker }, use) => {
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await logIn(context.request, broker);
    await use(page);
    expect(
      said.filter((text) => !isExpected(text, page)),
      'errors on the console',
    ).toEqual([]);
  },
});

export { expect };

/** What a page is allowed to say on the console: Chromium itself tells of each answer of 4xx, and of each connection that fails. */
const expected = new WeakMap<Page, RegExp>();

export function expectOnConsole(page: Page, text: RegExp): void {
  expected.set(page, text);
}

function isExpected(text: string, page: Page): boolean {
  return expected.get(page)?.test(text) ?? false;
}

export async function logIn(request: Page['request'], broker: Broker, name = 'guest', password = name): Promise<void> {
  const answer = await request.post(`${broker.url}/api/login`, {
    form: { username: name, password },
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  expect(answer.ok()).toBe(true);
}

/** What has been looked at in the dark: pages, and what is open on them. */
const seenInTheDark = new Set<string>();

/** Everyone can use the page: axe finds nothing serious, and the colours are told apart in the dark, too. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothingSerious(new AxeBuilder({ page }), 'light');
  const view = `${new URL(page.url()).pathname} ${await page.getByRole('dialog').allTextContents()}`;
  if (seenInTheDark.has(view)) {
    return;
  }
  seenInTheDark.add(view);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectNothingSerious(new AxeBuilder({ page }).withRules('color-contrast'), 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
}

async function expectNothingSerious(axe: AxeBuilder, scheme: string): Promise<void> {
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`).join(' | ')}`),
    `what axe finds in the ${scheme}`,
  ).toEqual([]);
}
