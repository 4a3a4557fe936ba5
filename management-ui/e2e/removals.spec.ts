import { expect, test } from './harness/test';

/** What has a page that goes away when it is deleted there. */
const removals = [
  {
    what: 'a queue',
    path: '/queues/%2F/leaving?do=delete',
    api: '/queues/%2F/leaving',
    body: { durable: true },
    button: 'Delete the queue',
    list: /\/queues$/,
  },
  {
    what: 'an exchange',
    path: '/exchanges/%2F/leaving',
    api: '/exchanges/%2F/leaving',
    body: { type: 'direct', durable: true },
    button: 'Delete exchange',
    list: /\/exchanges$/,
  },
  {
    what: 'a user',
    path: '/admin/users/leaving',
    api: '/users/leaving',
    body: { password: 'secret', tags: '' },
    button: 'Delete user',
    list: /\/admin\/users$/,
  },
  {
    what: 'a virtual host',
    path: '/admin/vhosts/leaving',
    api: '/vhosts/leaving',
    body: {},
    button: 'Delete virtual host',
    list: /\/admin\/vhosts$/,
  },
] as const;

for (const { what, path, api, body, button, list } of removals) {
  test(`the page of ${what} does not ask for what is gone while it is left`, async ({ page, broker }) => {
    await broker.api('PUT', api, body);
    // It is gone, and samples come, before the page is told.
    await page.route(`${broker.url}/api${api}*`, async (route) => {
      if (route.request().method() === 'DELETE') {
        const response = await route.fetch();
        await broker.samples(2);
        await route.fulfill({ response });
      } else {
        await route.fallback();
      }
    });

    await page.goto(path);
    const dialog = page.getByRole('dialog');
    if (!path.includes('do=')) {
      await page.getByRole('button', { name: /^Delete/ }).click();
    }
    const typed = dialog.getByLabel(/^Type /);
    await expect(dialog.getByRole('button', { name: button })).toBeVisible();
    if (await typed.isVisible()) {
      await typed.fill('leaving');
    }
    await dialog.getByRole('button', { name: button }).click();

    await expect(page).toHaveURL(list);
    await expect(dialog).toHaveCount(0);
  });
}
