import amqp from 'amqplib';
import { expect, expectAccessible, expectOnConsole, logIn, test } from './harness/test';

test('queues are listed with what happens in them', async ({ page }) => {
  await page.goto('/queues');
  const orders = page.getByRole('row', { name: / orders .*classic/ });
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

test('queues that are ticked are purged and deleted together, once what is lost is named', async ({ page, broker }) => {
  const connection = await amqp.connect(broker.amqpUrl);
  const channel = await connection.createConfirmChannel();
  for (const name of ['many-1', 'many-2', 'many-3']) {
    await channel.assertQueue(name);
    channel.sendToQueue(name, Buffer.from('one'));
    channel.sendToQueue(name, Buffer.from('two'));
  }
  await channel.waitForConfirms();
  const lengths = () =>
    Promise.all(['many-1', 'many-2', 'many-3'].map(async (name) => (await channel.checkQueue(name)).messageCount));

  await page.goto('/queues?filter=many-');
  await page.getByLabel('Tick //many-1').check();
  await page.getByRole('row', { name: /many-2/ }).focus();
  await page.keyboard.press('Space');
  const ticked = page.getByRole('region', { name: 'What is ticked' });
  await expect(ticked).toContainText('2 ticked');
  await expectAccessible(page);
  await ticked.getByRole('button', { name: 'Purge…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('4 ready messages');
  await expect(dialog.getByRole('button', { name: 'Purge 2 queues' })).toBeDisabled();
  await dialog.getByLabel('Type “2 queues” to go on').fill('2 queues');
  await dialog.getByRole('button', { name: 'Purge 2 queues' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await lengths()).toEqual([0, 0, 2]);
  await expect(ticked).toHaveCount(0);

  await page.getByLabel('Tick all on this page').check();
  await expect(ticked).toContainText('3 ticked');
  await ticked.getByRole('button', { name: 'Delete…' }).click();
  await dialog.getByLabel('Type “3 queues” to go on').fill('3 queues');
  await dialog.getByRole('button', { name: 'Delete 3 queues' }).click();
  await expect(page.getByText('Nothing matches the filter')).toBeVisible();
  const left = await broker.api<{ name: string }[]>('GET', '/queues/%2F?columns=name');
  expect(left.map(({ name }) => name)).not.toEqual(expect.arrayContaining([expect.stringContaining('many-')]));
  await connection.close();
});

test('a queue that the broker refuses to delete with others is named, and stays ticked', async ({ page, broker }) => {
  expectOnConsole(page, /400/);
  const connection = await amqp.connect(broker.amqpUrl);
  const channel = await connection.createChannel();
  await channel.assertQueue('some-free');
  await channel.assertQueue('some-taken', { exclusive: true });

  await page.goto('/queues?filter=some-');
  await page.getByLabel('Tick all on this page').check();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type “2 queues” to go on').fill('2 queues');
  await dialog.getByRole('button', { name: 'Delete 2 queues' }).click();
  await expect(dialog).toContainText(/Done for 1 of 2\. some-taken: .*exclusive/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'What is ticked' })).toContainText('1 ticked');
  await expect(page.getByRole('row', { name: /some-free/ })).toHaveCount(0);
  await connection.close();
});

test('who only looks ticks nothing', async ({ page, broker, context }) => {
  await logIn(context.request, broker, 'watcher');
  await page.goto('/queues');
  await expect(page.getByRole('row', { name: /dead-letters/ })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
