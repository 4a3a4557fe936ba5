import { expect, expectAccessible, test } from './harness/test';

test('the overview shows what the broker does, and goes on by itself', async ({ page }) => {
  await page.goto('/');
  const totals = page.getByRole('region', { name: 'Totals' });
  await expect(totals.getByText('Publish')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Queued messages: Total/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Message rates: Publish/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Listening ports' })).toContainText('amqp');
  await expect(page.getByRole('status', { name: /^Live/ })).toBeVisible();

  const before = await totals.textContent();
  await expect.poll(() => totals.textContent()).not.toBe(before);
  await expectAccessible(page);
});

test('the range of the charts stands in the address', async ({ page }) => {
  await page.goto('/?range=hour');
  await expect(page.getByRole('radio', { name: 'Hour' })).toBeChecked();
  await page.getByText('Ten minutes').click();
  await expect(page).toHaveURL(/range=ten-minutes/);
});
