import type { Page } from '@playwright/test';
import amqp from 'amqplib';
import type { Broker } from './harness/broker';
import { expect, expectAccessible, expectOnConsole, logIn, test } from './harness/test';

interface Permission {
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

const narrow: Permission = { configure: '^mine\\.', write: '^(mine\\.|amq\\.default$)', read: '^mine\\.' };

/** What two users share: queues and exchanges of the one whose permissions are narrow, and of others. */
test.beforeAll(async ({ broker }) => {
  const connection = await amqp.connect(broker.amqpUrl);
  const channel = await connection.createConfirmChannel();
  for (const owner of ['mine', 'other']) {
    await channel.assertExchange(`${owner}.x`, 'topic', { durable: true });
    await channel.assertQueue(`${owner}.q`, { durable: true });
    for (let number = 1; number <= 3; number++) {
      channel.sendToQueue(`${owner}.q`, Buffer.from(`message ${number} of ${owner}`), { persistent: true });
    }
  }
  for (const [queue, exchange] of [
    ['mine.q', 'mine.x'],
    ['mine.q', 'other.x'],
    ['other.q', 'mine.x'],
  ] as const) {
    await channel.bindQueue(queue, exchange, 'k');
  }
  await channel.waitForConfirms();
  await connection.close();
});

/** Makes a user and logs in as that. */
async function become(
  page: Page,
  broker: Broker,
  user: { readonly name: string; readonly tags: string; readonly permission?: Permission },
) {
  // A page that is open would go on asking as whom it was opened by.
  await page.goto('about:blank');
  const { name, tags, permission } = user;
  await broker.api('PUT', `/users/${name}`, { password: name, tags });
  if (permission !== undefined) {
    await broker.api('PUT', `/permissions/%2F/${name}`, permission);
  }
  await page.context().clearCookies();
  await logIn(page.request, broker, name);
}

/** What the broker answers to the same user, asked for it without any page. */
async function statusFor(broker: Broker, name: string, method: string, path: string, body?: unknown): Promise<number> {
  const { status } = await fetch(`${broker.url}/api${path}`, {
    method,
    headers: { Authorization: `Basic ${btoa(`${name}:${name}`)}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return status;
}

const more = (page: Page) => page.getByRole('button', { name: 'More that can be done' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.describe('with narrow permissions', () => {
  test.beforeEach(({ page, broker }) =>
    become(page, broker, { name: 'narrow', tags: 'management', permission: narrow }),
  );

  test('everything is offered for a queue of one’s own', async ({ page }) => {
    await page.goto('/queues/%2F/mine.q');
    await expect(button(page, 'Move or copy')).toBeVisible();
    await more(page).click();
    for (const name of ['Get messages…', 'Purge…', 'Delete…']) {
      await expect(page.getByRole('menuitem', { name })).toBeVisible();
    }
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: /^Messages/ }).click();
    await expect(page.getByRole('list', { name: 'Messages' }).getByRole('listitem')).toHaveCount(3);
    await button(page, 'Publish').click();
    const form = page.getByRole('form', { name: 'Message' });
    await form.getByRole('combobox', { name: 'Exchange' }).fill('other.x');
    await expect(form).toContainText(
      'You may not publish to this exchange: the permission write of user narrow in virtual host / is ^(mine\\.|amq\\.default$).',
    );
    await expect(form.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await expectAccessible(page);
    await form.getByRole('combobox', { name: 'Exchange' }).fill('mine.x');
    await form.getByLabel('Routing key').fill('k');
    await form.getByLabel('Payload', { exact: true }).fill('from the page');
    await form.getByRole('button', { name: 'Publish' }).click();
    await expect(form).toContainText('Published, and routed to a queue');

    await page.goto('/queues/%2F/mine.q?do=transfer');
    const transfer = page.getByRole('form', { name: 'Move or copy messages' });
    await transfer.getByLabel('An exchange').check();
    await transfer.getByRole('combobox', { name: 'Exchange' }).fill('other.x');
    await expect(transfer).toContainText('You may not publish to this exchange');
    await expect(transfer.getByRole('button', { name: /^Move all/ })).toBeDisabled();
  });

  test('a binding is offered where both of its ends allow it', async ({ page, broker }) => {
    await page.goto('/queues/%2F/mine.q?tab=bindings');
    await expect(page.getByRole('row', { name: /other\.x/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Unbind from/ })).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Unbind from mine.x with key k' })).toBeVisible();
    await page.getByRole('combobox', { name: 'From exchange' }).fill('other.x');
    await expect(page.getByRole('form', { name: 'Add a binding' })).toContainText(
      'You may not bind to this exchange: the permission read of user narrow in virtual host / is ^mine\\..',
    );
    await expect(button(page, 'Bind')).toBeDisabled();
    await expectAccessible(page);
    expect(await statusFor(broker, 'narrow', 'POST', '/bindings/%2F/e/other.x/q/mine.q', {})).toBe(401);
    await page.getByRole('combobox', { name: 'From exchange' }).fill('mine.x');
    await page.getByLabel('Routing key').fill('more');
    await button(page, 'Bind').click();
    await expect(page.getByRole('row', { name: /mine\.x more/ })).toBeVisible();

    await page.goto('/exchanges/%2F/mine.x?tab=bindings');
    await expect(button(page, 'Publish')).toBeVisible();
    await expect(button(page, 'Delete')).toBeVisible();
    const bindings = page.getByRole('table', { name: 'Bindings from this exchange' });
    await expect(bindings).toContainText('other.q');
    await expect(bindings.getByRole('button', { name: /^Unbind queue mine\.q/ })).toHaveCount(2);
    await expect(bindings.getByRole('button', { name: /^Unbind queue other\.q/ })).toHaveCount(0);
    await page.getByRole('combobox', { name: 'Name of the queue' }).fill('other.q');
    await expect(page.getByRole('form', { name: 'Add a binding' })).toContainText('You may not bind this queue');
    await expect(button(page, 'Bind')).toBeDisabled();
    await expectAccessible(page);
    expect(await statusFor(broker, 'narrow', 'POST', '/bindings/%2F/e/mine.x/q/other.q', {})).toBe(401);
    expect(await statusFor(broker, 'narrow', 'DELETE', '/bindings/%2F/e/mine.x/q/other.q/k')).toBe(401);
  });

  test('of a queue of others only that is offered which is allowed, and what is empty says why', async ({
    page,
    broker,
  }) => {
    await page.goto('/queues/%2F/other.q?tab=messages');
    await expect(page.getByRole('region', { name: 'Messages that wait' })).toContainText(
      'You may not read from this queue: the permission read of user narrow in virtual host / is ^mine\\..',
    );
    await expect(button(page, 'Move or copy')).toBeHidden();
    await expect(more(page)).toBeHidden();
    await expectAccessible(page);
    for (const [method, path] of [
      ['GET', '/queues/%2F/other.q/messages'],
      ['DELETE', '/queues/%2F/other.q/contents'],
      ['DELETE', '/queues/%2F/other.q'],
    ] as const) {
      expect(await statusFor(broker, 'narrow', method, path), path).toBe(401);
    }

    // Publishing is by way of the default exchange, which is allowed.
    await button(page, 'Publish').click();
    const form = page.getByRole('form', { name: 'Message' });
    await form.getByLabel('Payload', { exact: true }).fill('to others');
    await form.getByRole('button', { name: 'Publish' }).click();
    await expect(form).toContainText('Published, and routed to a queue');

    for (const deed of ['delete', 'get', 'transfer']) {
      await page.goto(`/queues/%2F/other.q?tab=bindings&do=${deed}`);
      await expect(page.getByRole('table', { name: 'Bindings to this queue' })).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(page.getByRole('button', { name: /^Unbind/ })).toHaveCount(0);
    await expect(page.getByRole('form', { name: 'Add a binding' })).toHaveCount(0);

    await page.goto('/exchanges/%2F/other.x?tab=bindings');
    await expect(page.getByRole('table', { name: 'Bindings from this exchange' })).toContainText('mine.q');
    await expect(page.getByRole('link', { name: 'Test a route' })).toBeVisible();
    for (const name of ['Publish', 'Delete', 'Bind']) {
      await expect(button(page, name)).toHaveCount(0);
    }
    await expect(page.getByRole('button', { name: /^Unbind/ })).toHaveCount(0);
  });

  test('a name that may not be declared is said to be as soon as it is typed', async ({ page, broker }) => {
    await page.goto('/queues');
    await button(page, 'New queue').click();
    const form = page.getByRole('form', { name: 'New queue' });
    const name = form.getByRole('textbox', { name: 'Name', exact: true });
    const create = form.getByRole('button', { name: 'Create the queue' });
    await name.fill('yours');
    await expect(form).toContainText(
      'You may not declare this queue: the permission configure of user narrow in virtual host / is ^mine\\..',
    );
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(create).toBeDisabled();
    await expectAccessible(page);
    await name.fill('mine.new');
    await expect(form).not.toContainText('You may not');
    await form.getByRole('button', { name: 'x-dead-letter-exchange', exact: true }).click();
    await form.getByLabel('Value of x-dead-letter-exchange').fill('other.x');
    await expect(form).toContainText('You may not pass messages on to exchange other.x: the permission write of user');
    await expect(create).toBeDisabled();
    await expectAccessible(page);
    expect(
      await statusFor(broker, 'narrow', 'PUT', '/queues/%2F/mine.new', {
        arguments: { 'x-dead-letter-exchange': 'other.x' },
      }),
    ).toBe(401);
    await form.getByLabel('Value of x-dead-letter-exchange').fill('mine.x');
    await create.click();
    await expect(page.getByRole('heading', { level: 1, name: 'mine.new' })).toBeVisible();
    expect(await broker.api('GET', '/queues/%2F/mine.new?columns=name')).toEqual({ name: 'mine.new' });

    await page.goto('/exchanges?new=exchange');
    const exchange = page.getByRole('form', { name: 'New exchange' });
    await exchange.getByRole('textbox', { name: 'Name', exact: true }).fill('yours');
    await expect(exchange).toContainText('You may not declare this exchange');
    await expect(exchange.getByRole('button', { name: 'Create exchange' })).toBeDisabled();
    await exchange.getByRole('textbox', { name: 'Name', exact: true }).fill('mine.made');
    await exchange.getByRole('button', { name: 'Create exchange' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'mine.made' })).toBeVisible();
  });

  test('queues are ticked, purged and deleted where that is allowed', async ({ page }) => {
    await page.goto('/queues?filter=.q&sort=name');
    await expect(page.getByRole('row', { name: /other\.q/ })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Tick //mine.q' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Tick //other.q' })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Tick all on this page' }).check();
    await expect(page.getByRole('status').filter({ hasText: '1 ticked' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Purge…' })).toBeVisible();
    await page.getByRole('button', { name: 'Delete…' }).click();
    await expect(page.getByRole('dialog')).toContainText('The queues mine.q');
  });

  test('routing keys are judged by topic permissions', async ({ page, broker }) => {
    await broker.api('PUT', '/topic-permissions/%2F/narrow', { exchange: 'mine.x', write: '^{username}\\.', read: '' });
    await page.goto('/exchanges/%2F/mine.x?tab=bindings');
    const binding = page.getByRole('form', { name: 'Add a binding' });
    await binding.getByRole('combobox', { name: 'Name of the queue' }).fill('mine.q');
    await binding.getByLabel('Routing key').fill('#');
    await expect(binding).toContainText(
      'You may not bind with this key: the topic permission read of user narrow for exchange mine.x in virtual host / is empty.',
    );
    await expect(page.getByRole('button', { name: /^Unbind/ })).toHaveCount(0);
    await button(page, 'Publish').click();
    const form = page.getByRole('form', { name: 'Message' });
    await form.getByLabel('Routing key').fill('other.key');
    await expect(form).toContainText('You may not publish with this key');
    await expect(form.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await expectAccessible(page);
    await form.getByLabel('Routing key').fill('narrow.key');
    await form.getByLabel('Payload', { exact: true }).fill('x');
    await form.getByRole('button', { name: 'Publish' }).click();
    await expect(form).toContainText('Published, but routed to no queue');
    await broker.api('DELETE', '/topic-permissions/%2F/narrow');
  });

  test('neither commands nor shortcuts lead to what is not allowed', async ({ page }) => {
    await page.goto('/queues/%2F/other.q');
    await expect(page.getByRole('heading', { level: 1, name: 'other.q' })).toBeVisible();
    await page.keyboard.press('Control+k');
    const search = page.getByPlaceholder('Go to, or do …');
    await expect(page.getByRole('dialog').getByText('Queues', { exact: true })).toBeVisible();
    for (const text of ['delete', 'purge', 'users', 'shop']) {
      await search.fill(text);
      await expect(page.getByRole('dialog').getByRole('button')).toHaveCount(0);
    }
  });

  test('what is another virtual host’s is not shown, and the page says why', async ({ page }) => {
    for (const path of ['/queues?vhost=shop', '/exchanges?vhost=shop', '/topology?vhost=shop', '/queues/shop/carts']) {
      await page.goto(path);
      await expect(page.getByText('You may not see what is in shop')).toBeVisible();
      await expect(page.getByText('User narrow has no permission in the virtual host shop')).toBeVisible();
    }
    await expectAccessible(page);
  });
});

test('a permission that is taken is missed on the open page, and found again when it is given', async ({
  page,
  broker,
}) => {
  await become(page, broker, { name: 'passing', tags: 'management', permission: narrow });
  await page.goto('/queues/%2F/mine.q?tab=messages');
  await expect(page.getByRole('list', { name: 'Messages' })).toBeVisible();
  await more(page).click();
  await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeVisible();

  await broker.api('PUT', '/permissions/%2F/passing', { ...narrow, read: '^$', configure: '' });
  await expect(page.getByText('the permission read of user passing in virtual host / is ^$.')).toBeVisible();
  await expect(more(page)).toBeHidden();
  await expect(button(page, 'Publish')).toBeVisible();

  // What was being asked for at that moment is refused.
  expectOnConsole(page, /401/);
  await broker.api('DELETE', '/permissions/%2F/passing');
  await expect(page.getByText('You may not see what is in /')).toBeVisible();
  await broker.api('PUT', '/permissions/%2F/passing', narrow);
  await expect(page.getByRole('list', { name: 'Messages' })).toBeVisible();
});

test('who watches over the broker and may write nothing is shown what may be read', async ({ page, broker }) => {
  await become(page, broker, {
    name: 'onlooker',
    tags: 'monitoring',
    permission: { configure: '', write: '', read: '^mine\\.' },
  });
  await page.goto('/queues/%2F/mine.q?tab=messages');
  await expect(page.getByRole('list', { name: 'Messages' })).toBeVisible();
  await page.getByRole('list', { name: 'Messages' }).getByRole('button').first().click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Copy as JSON' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit and republish' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  for (const name of ['Publish', 'Move or copy', 'More that can be done']) {
    await expect(button(page, name)).toHaveCount(0);
  }

  await page.goto('/queues/%2F/other.q?tab=messages');
  await expect(page.getByText('You may not read from this queue')).toBeVisible();
  await page.goto('/exchanges/%2F/mine.x?tab=bindings');
  await expect(page.getByRole('table', { name: 'Bindings from this exchange' })).toBeVisible();
  for (const name of [/^Unbind/, 'Publish', 'Delete', 'Bind']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  for (const [path, name] of [
    ['/queues', 'New queue'],
    ['/exchanges', 'New exchange'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('row', { name: /mine\./ }).first()).toBeVisible();
    await expect(button(page, name)).toHaveCount(0);
  }

  // It knows of all virtual hosts; what is in them takes a permission.
  await page.getByRole('combobox', { name: 'Virtual host' }).click();
  await page.getByRole('option', { name: 'shop' }).click();
  await expect(page.getByText('You may not see what is in shop')).toBeVisible();
  await expectAccessible(page);
});

test('the page of an exchange with a policy asks for nothing that is refused', async ({ page, broker }) => {
  await broker.api('PUT', '/policies/%2F/mine-alternate', {
    pattern: '^mine\\.x$',
    definition: { 'alternate-exchange': 'amq.fanout' },
    'apply-to': 'exchanges',
  });
  await become(page, broker, { name: 'narrow', tags: 'management', permission: narrow });
  await page.goto('/exchanges/%2F/mine.x');
  await expect(page.getByRole('table', { name: 'Details' })).toContainText('from the policy mine-alternate');
  await broker.api('DELETE', '/policies/%2F/mine-alternate');
});

test('policies are offered to policymakers, where they may see what they are for', async ({ page, broker }) => {
  await become(page, broker, { name: 'maker', tags: 'policymaker,monitoring', permission: narrow });
  await page.goto('/admin/policies/user/new');
  await page.getByRole('main').getByRole('combobox', { name: 'Virtual host' }).click();
  await expect(page.getByRole('option', { name: '/', exact: true })).toBeVisible();
  await expect(page.getByRole('option', { name: 'shop' })).toHaveCount(0);

  await become(page, broker, { name: 'narrow', tags: 'management', permission: narrow });
  await page.goto('/admin/policies/user/new');
  await expect(page.getByText('You may not change policies')).toBeVisible();
});
