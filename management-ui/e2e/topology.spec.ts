import { declareLargeVhost } from './harness/largeVhost';
import { expect, expectAccessible, test } from './harness/test';

test('the topology shows the ways of messages, and what flows', async ({ page }) => {
  await page.goto('/topology?vhost=%2F');
  const graph = page.getByRole('group', { name: 'Topology of /' });
  await expect(graph.getByRole('button', { name: /^exchange events, topic, [1-9]/ })).toBeVisible();
  await expect(graph.getByRole('button', { name: /^queue orders, classic/ })).toBeVisible();
  await expect(graph.getByRole('button', { name: /^1 consumer, warehouse/ })).toBeVisible();
  await expectAccessible(page);

  await graph.getByRole('button', { name: /^queue orders, classic/ }).click();
  await expect(page).toHaveURL(/node=q%3Aorders/);
  const card = page.getByRole('region', { name: 'Chosen: orders' });
  await expect(card).toContainText('order.*');
  await card.getByRole('link', { name: 'Open the queue' }).click();
  await expect(page).toHaveURL(/\/queues\/%2F\/orders/);
});

test('the topology is gone through with the keyboard, and searched', async ({ page }) => {
  await page.goto('/topology?vhost=%2F');
  const graph = page.getByRole('group', { name: 'Topology of /' });
  await graph.getByRole('button', { name: /^exchange events/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(graph.locator(':focus')).toHaveAttribute('data-node', /^q:/);
  await page.keyboard.press('Enter');
  await expect(graph.locator(':focus')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/node=/);
  await page.getByLabel('Find').fill('invoice');
  await expect(graph.getByRole('button', { name: /^queue invoices/ })).toHaveAttribute('data-found', 'true');
  await expect(graph.getByRole('button', { name: /^queue temporary/ })).toHaveAttribute('data-found', 'false');
});

test('the same is in a table', async ({ page }) => {
  await page.goto('/topology?vhost=%2F&as=table');
  const row = page.getByRole('row', { name: /events order\.\* queue orders / });
  await expect(row).toContainText(/\/s/);
  await expectAccessible(page);
});

test('two hundred nodes are folded, unfolded and hidden', async ({ page, broker }) => {
  await declareLargeVhost(broker, 'large');
  await page.goto('/topology?vhost=large');
  const graph = page.getByRole('group', { name: 'Topology of large' });
  await expect(graph.getByRole('button', { name: /queues: / }).first()).toBeVisible();
  await page.getByLabel('Fold queues that are alike').uncheck();
  await expect.poll(() => graph.getByRole('button').count()).toBeGreaterThanOrEqual(200);
  await page.getByLabel('Hide what is idle').check();
  await expect(page.getByText('Everything is idle')).toBeVisible();
});
