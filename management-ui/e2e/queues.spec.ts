import { expect, expectAccessible, test } from './harness/test';

test('queues are listed with what happens in them', async ({ page }) => {
  await page.goto('/queues');
  const orders = page.getByRole('row', { name: /^orders .*classic/ });
  await expect(orders).toBeVisible();
  await expect(orders).toContainText('order-limits');
  await expect(page.getByRole('row', { name: /orders\.audit/ })).toContainText('quorum');
  await expectAccessible(page);
});

test('queues are filtered and sorted by the broker, and the address says how', async ({ page }) => {
  await page.goto('/queues');
  await page.getByLabel('Filter', { exact: true }).fill('type:quorum messages>0');
  await expect(page).toHaveURL(/filter=type%3Aquorum/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByLabel('Filter', { exact: true }).fill('messages>many');
  await expect(page.getByText('messages> needs a number.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();

  await page.getByRole('button', { name: 'Total', exact: true }).click();
  await expect(page).toHaveURL(/sort=messages&desc=true/);
  await expect(page.getByRole('columnheader', { name: 'Total' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('row').nth(1)).toContainText('orders.audit');
});

test('a filter that nothing is like says so', async ({ page }) => {
  await page.goto('/queues?filter=nothing-like-that');
  await expect(page.getByText('Nothing matches the filter')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear the filter' }).last().click();
  await expect(page.getByRole('row', { name: /dead-letters/ })).toBeVisible();
});

test('chosen columns are remembered', async ({ page }) => {
  await page.goto('/queues');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Memory').check();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Memory' })).toBeVisible();
});

test('rows are gone through with the keyboard', async ({ page }) => {
  await page.goto('/queues');
  await expect(page.getByRole('row', { name: /dead-letters/ })).toBeVisible();
  await page.getByRole('region', { name: 'Queues' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row').nth(2)).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('row').last()).toBeFocused();
});
