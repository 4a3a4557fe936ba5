import { expect, expectAccessible, logIn, test } from './harness/test';

test('the node shows what it takes, what it listens on and how it is set up', async ({ page, broker }) => {
  await page.goto('/node');
  await expect(page.getByRole('region', { name: 'Resources' })).toContainText('publishers wait from');
  for (const chart of ['Memory: Used', 'Disk: Free', 'File handles and sockets: File handles']) {
    await expect(page.getByRole('img', { name: new RegExp(`^${chart} \\d`) })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'What memory goes to' })).toContainText('Objects');
  await expect(page.getByRole('region', { name: 'Listening ports' })).toContainText(String(broker.amqpPort));
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('.NET');
  await expect(page.getByRole('region', { name: 'Configuration' })).toContainText('PLAIN');
  await expectAccessible(page);
});

test('a node that is short of memory says what to do, and whom it stops', async ({ page }) => {
  await page.route('**/api/nodes?*', async (route) => {
    const answer = await route.fetch();
    const nodes = (await answer.json()) as object[];
    await route.fulfill({ response: answer, json: nodes.map((node) => ({ ...node, mem_alarm: true })) });
  });
  await page.goto('/node');
  const alarm = page.getByRole('alert').filter({ hasText: 'Memory' });
  await expect(alarm).toContainText('Connections that publish are blocked');
  await expectAccessible(page);
  await alarm.getByRole('link', { name: /many unacked/ }).click();
  await expect(page).toHaveURL(/\/channels\?sort=messages_unacknowledged/);
});

test('the statistics are forgotten when one asks for it', async ({ page, broker }) => {
  await page.goto('/node?range=ten-minutes');
  const samples = async () => {
    const [node] = await broker.api<{ mem_used_details: { samples: unknown[] } }[]>(
      'GET',
      '/nodes?node_stats_age=600&node_stats_incr=5',
    );
    return node?.mem_used_details.samples.length ?? 0;
  };
  await expect.poll(samples).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Reset statistics…' }).click();
  await expect(page.getByRole('dialog')).toContainText('the history behind all charts');
  await page.getByRole('button', { name: 'Reset the statistics' }).click();
  await expect(page.getByText('The statistics begin anew.')).toBeVisible();
});

test('those who may not see the node are told, and have it not in the menu', async ({ page, context, broker }) => {
  await broker.api('PUT', '/users/clerk', { password: 'clerk', tags: 'management' });
  await broker.api('PUT', '/permissions/%2F/clerk', { configure: '', write: '', read: '.*' });
  await context.clearCookies();
  await logIn(context.request, broker, 'clerk');
  await page.goto('/node');
  await expect(page.getByRole('alert')).toContainText('tag monitoring or administrator');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Node' })).toHaveCount(0);
});
