import { Broker } from './harness/broker';
import { expect, expectAccessible, expectOnConsole, logIn, test } from './harness/test';

test.describe('the login', () => {
  test.beforeEach(async ({ page, context }) => {
    await context.clearCookies();
    expectOnConsole(page, /401/);
  });

  test('says when it is refused, and leads to where the link led', async ({ page }) => {
    await page.goto('/queues?filter=orders');
    await page.getByLabel('User name').fill('guest');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByRole('alert')).toContainText('Login failed');
    await expectAccessible(page);

    await page.getByLabel('Password', { exact: true }).fill('guest');
    await page.getByRole('button', { name: 'Log in' }).click();

    await expect(page.getByRole('heading', { name: 'Queues' })).toBeVisible();
    await expect(page.getByLabel('Filter', { exact: true })).toHaveValue('orders');
  });

  test('leaves nothing that a script could read', async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('User name').fill('guest');
    await page.getByLabel('Password', { exact: true }).fill('guest');
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();

    const readable = await page.evaluate(() =>
      JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
    );
    expect(readable).not.toContain('guest');
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
});

test('whoever logs out is asked to log in, and stays out', async ({ page }) => {
  expectOnConsole(page, /401/);
  await page.goto('/');
  await page.getByRole('button', { name: 'User guest' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('keys lead to pages, shortcuts and commands', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page.getByRole('heading', { name: 'Queues' })).toBeVisible();
  await expect(page.locator('#page')).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Go to, or do …').fill('overv');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});

test('the virtual host is chosen for all pages and stands in the address', async ({ page }) => {
  await page.goto('/queues');
  await page.getByRole('combobox', { name: 'Virtual host' }).click();
  await page.getByRole('option', { name: 'shop' }).click();

  await expect(page).toHaveURL(/vhost=shop/);
  await expect(page.getByRole('row', { name: /carts/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /invoices/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Overview' }).last().click();
  await expect(page).toHaveURL(/vhost=shop/);
});

test('the chosen colours are there before anything is drawn', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Colours/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();

  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('a broker that goes is missed, and found again', async ({ page, context }) => {
  expectOnConsole(page, /ERR_|401/);
  const broker = await Broker.start();
  await logIn(context.request, broker);
  await page.goto(broker.url);
  await expect(page.getByRole('status', { name: /^Live/ })).toBeVisible();

  await broker.kill();
  await expect(page.getByRole('alert')).toContainText('The broker does not answer');
  await broker.run();

  // Its sessions went with it.
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible({ timeout: 30_000 });
  await broker.stop();
});

test('without events the pages ask by themselves, and say so', async ({ page, broker }) => {
  expectOnConsole(page, /ERR_FAILED/);
  await page.route('**/api/events', (route) => route.abort());
  await broker.api('PUT', '/queues/%2F/looked-for', {});
  await page.goto('/queues?filter=looked-for');
  await expect(page.getByRole('status', { name: /^Polling/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /looked-for/ })).toBeVisible();

  await broker.api('DELETE', '/queues/%2F/looked-for');
  await expect(page.getByRole('row', { name: /looked-for/ })).toHaveCount(0);

  await page.unroute('**/api/events');
  await expect(page.getByRole('status', { name: /^Live/ })).toBeVisible();
});
