import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import amqp from 'amqplib';
import type { Broker } from './harness/broker';
import { expect, expectAccessible, expectOnConsole, logIn, test } from './harness/test';

/** Connects as someone; what the broker refuses is thrown. */
async function connectAs(broker: Broker, user: string, password: string, vhost = '/') {
  const connection = await amqp.connect({
    hostname: '127.0.0.1',
    port: broker.amqpPort,
    username: user,
    password,
    vhost,
  });
  connection.on('error', () => undefined);
  return connection;
}

/** What the broker answers to a deed on a channel of its own; undefined when it lets it happen. */
async function refusalOf(connection: amqp.ChannelModel, deed: (channel: amqp.Channel) => Promise<unknown>) {
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  try {
    await deed(channel);
    await channel.close();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const dialog = (page: Page) => page.getByRole('dialog');

test('a user is added, given permissions, limited and deleted, and AMQP sees all of it', async ({ page, broker }) => {
  await page.goto('/admin/users');
  await expect(page.getByRole('row', { name: /guest/ })).toContainText('administrator');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Add user' }).click();
  await expect(page).toHaveURL(/dialog=add/);
  await dialog(page).getByLabel('Name', { exact: true }).fill('alice');
  await dialog(page).getByLabel('Password', { exact: true }).fill('secret');
  await dialog(page).getByLabel('The same again').fill('other');
  await dialog(page).getByLabel('The same again').blur();
  await expect(dialog(page).getByText('The two are not the same.')).toBeVisible();
  await dialog(page).getByLabel('The same again').fill('secret');
  await dialog(page)
    .getByRole('button', { name: /^Add the tag monitoring/ })
    .click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Add user' }).click();
  await page.getByRole('link', { name: 'alice' }).click();
  await expect(page.getByText('No permissions')).toBeVisible();
  await expect(connectAs(broker, 'alice', 'secret')).rejects.toThrow();

  await page.getByRole('button', { name: 'Set permission' }).click();
  await dialog(page).getByRole('combobox', { name: 'Virtual host' }).click();
  await page.getByRole('option', { name: '/', exact: true }).click();
  await dialog(page).getByLabel('Configure', { exact: true }).fill('^alice');
  await dialog(page).getByLabel('Write', { exact: true }).fill('^(alice|events)');
  await dialog(page).getByRole('button', { name: 'Read: Everything' }).click();
  await dialog(page).getByRole('button', { name: 'Set permission' }).click();
  await expect(page.getByRole('table', { name: 'Permissions', exact: true })).toContainText('^(alice|events)');

  const connection = await connectAs(broker, 'alice', 'secret');
  expect(await refusalOf(connection, (channel) => channel.assertQueue('alice.inbox'))).toBeUndefined();
  expect(await refusalOf(connection, (channel) => channel.assertQueue('not-mine'))).toContain('ACCESS_REFUSED');

  // The tester says what the broker does.
  await page.getByLabel('Name of the queue').fill('alice.inbox');
  const allowed = page.getByRole('list', { name: 'What is allowed' });
  await expect(allowed.getByText('Declare or delete it – allowed')).toBeVisible();
  await page.getByLabel('Name of the queue').fill('not-mine');
  await expect(allowed.getByText('Declare or delete it – refused')).toBeVisible();
  await expect(allowed.getByText('Consume, get, browse or purge – allowed')).toBeVisible();
  await expect(page).toHaveURL(/name=not-mine/);

  await page.getByRole('button', { name: 'Set topic permission' }).click();
  await dialog(page).getByRole('combobox', { name: 'Virtual host' }).click();
  await page.getByRole('option', { name: '/', exact: true }).click();
  await dialog(page).getByLabel('Topic exchange').fill('events');
  await dialog(page).getByLabel('Publish with', { exact: true }).fill('^{username}\\.');
  await dialog(page).getByRole('button', { name: 'Set topic permission' }).click();
  await expect(page.getByRole('table', { name: 'Topic permissions' })).toContainText('events');
  const confirmed = await connection.createConfirmChannel();
  confirmed.on('error', () => undefined);
  confirmed.publish('events', 'alice.created', Buffer.from('mine'));
  await confirmed.waitForConfirms();
  const closed = new Promise((done) => confirmed.on('error', done));
  confirmed.publish('events', 'bob.created', Buffer.from('not mine'));
  expect(String(await closed)).toContain('ACCESS_REFUSED');

  await page.getByRole('button', { name: 'Change limits' }).click();
  await dialog(page).getByLabel('Most connections').fill('1');
  await dialog(page).getByRole('button', { name: 'Set limits' }).click();
  await expect(page.getByRole('region', { name: 'Limits' })).toContainText('1');
  await expect(connectAs(broker, 'alice', 'secret')).rejects.toThrow();
  await expectAccessible(page);

  const gone = new Promise((done) => connection.on('close', done));
  await page.getByRole('button', { name: 'Delete user' }).click();
  await expect(dialog(page)).toContainText('its permissions in /');
  await expect(dialog(page)).toContainText('1 open connection');
  await dialog(page)
    .getByLabel(/^Type “alice”/)
    .fill('alice');
  await dialog(page).getByRole('button', { name: 'Delete user' }).click();
  await gone;
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByRole('link', { name: 'alice' })).toHaveCount(0);
  await broker.api('DELETE', '/queues/%2F/alice.inbox');
});

test('other tags leave the password as it is, and a new password replaces it', async ({ page, broker }) => {
  await broker.api('PUT', '/users/bob', { password: 'first', tags: 'management' });
  await broker.api('PUT', '/permissions/%2F/bob', { configure: '', write: '', read: '' });
  await page.goto('/admin/users/bob?dialog=edit');
  await dialog(page)
    .getByRole('button', { name: /^Add the tag policymaker/ })
    .click();
  await dialog(page).getByRole('button', { name: 'Change user' }).click();
  await expect(page.getByRole('region', { name: 'User', exact: true })).toContainText('policymaker');
  await expect(dialog(page)).toHaveCount(0);
  await (await connectAs(broker, 'bob', 'first')).close();

  await page.getByRole('button', { name: 'Change user' }).click();
  await dialog(page).getByText('A new one').click();
  await dialog(page).getByLabel('New password').fill('second');
  await dialog(page).getByLabel('The same again').fill('second');
  await dialog(page).getByRole('button', { name: 'Change user' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(connectAs(broker, 'bob', 'first')).rejects.toThrow();
  await (await connectAs(broker, 'bob', 'second')).close();
  await broker.api('DELETE', '/users/bob');
});

test('a virtual host is added, changed, limited, and deleted with what is in it', async ({ page, broker }) => {
  await page.goto('/admin/vhosts');
  await expect(page.getByRole('row', { name: /shop/ })).toContainText('The shop');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add virtual host' }).click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('labs/one');
  await dialog(page).getByRole('combobox', { name: 'Default queue type' }).click();
  await page.getByRole('option', { name: 'quorum' }).click();
  await dialog(page).getByRole('button', { name: 'Add virtual host' }).click();
  await page.getByRole('link', { name: 'labs/one' }).click();
  await expect(page.getByRole('heading', { name: 'labs/one' })).toBeVisible();
  await expect(page.getByText('quorum queues')).toBeVisible();

  const connection = await connectAs(broker, 'guest', 'guest', 'labs/one');
  const channel = await connection.createChannel();
  await channel.assertQueue('experiment');
  expect((await broker.api<{ type: string }>('GET', '/queues/labs%2Fone/experiment')).type).toBe('quorum');
  channel.sendToQueue('experiment', Buffer.from('one'));
  channel.sendToQueue('experiment', Buffer.from('two'));

  await page.getByRole('button', { name: 'Change virtual host' }).click();
  await dialog(page).getByLabel('Description').fill('For trying things');
  await dialog(page).getByLabel('Tracing').check();
  await dialog(page).getByRole('button', { name: 'Change virtual host' }).click();
  await expect(page.getByText('For trying things')).toBeVisible();
  await expect(page.getByText(/^traced/)).toBeVisible();
  await expect(page.getByText('quorum queues')).toBeVisible();

  await page.getByRole('button', { name: 'Change limits' }).click();
  await dialog(page).getByLabel('Most queues').fill('1');
  await dialog(page).getByRole('button', { name: 'Set limits' }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect(await refusalOf(connection, (one) => one.assertQueue('another'))).toContain('PRECONDITION_FAILED');
  await expectAccessible(page);

  const gone = new Promise((done) => connection.on('close', done));
  await page.getByRole('button', { name: 'Delete virtual host' }).click();
  await expect(dialog(page)).toContainText('2 messages in its queues');
  await expect(dialog(page)).toContainText('1 queue with their bindings');
  await expect(dialog(page)).toContainText('1 open connection');
  await expect(dialog(page).getByRole('button', { name: 'Delete virtual host' })).toBeDisabled();
  await dialog(page)
    .getByLabel(/^Type “labs\/one”/)
    .fill('labs/one');
  await dialog(page).getByRole('button', { name: 'Delete virtual host' }).click();
  await gone;
  await expect(page.getByRole('link', { name: 'labs/one' })).toHaveCount(0);
});

test('a policy shows what it matches while it is typed, and then bounds the queue', async ({ page, broker }) => {
  await broker.api('PUT', '/queues/%2F/Orders.upper', { durable: true });
  await page.goto('/admin/policies');
  await expect(page.getByRole('table', { name: 'Policies' })).toContainText('max-length: 100000');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add policy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('small');
  const matches = page.getByRole('list', { name: 'Matches' });
  await page.getByLabel('Pattern').fill('^orders');
  await expect(matches.getByText('orders.audit')).toBeVisible();
  await expect(matches.getByText('invoices')).toHaveCount(0);
  await expect(matches.getByText('Orders.upper')).toHaveCount(0);
  await expect(matches.getByText(/stays with order-limits, of priority 1/).first()).toBeVisible();
  await page.getByLabel('Priority').fill('5');
  await expect(matches.getByText('would hold instead of order-limits').first()).toBeVisible();

  await page.getByLabel('Pattern').fill('^order(');
  await expect(page.getByText('This is no regular expression.')).toBeVisible();
  await page.getByLabel('Pattern').fill('^carts-small$');
  await expect(page.getByText('Nothing matches now')).toBeVisible();

  await page.getByRole('button', { name: 'max-length', exact: true }).click();
  await page.getByLabel('Value of max-length', { exact: true }).fill('2');
  await page.getByRole('button', { name: 'overflow', exact: true }).click();
  await page.getByRole('combobox', { name: 'Value of overflow' }).click();
  await page.getByRole('option', { name: 'reject-publish', exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add policy' }).click();
  await expect(page).toHaveURL(/\/admin\/policies$/);
  await expect(page.getByRole('table', { name: 'Policies' })).toContainText('overflow: reject-publish');

  const connection = await connectAs(broker, 'guest', 'guest');
  const channel = await connection.createConfirmChannel();
  await channel.assertQueue('carts-small');
  const publish = () =>
    new Promise<boolean>((done) => channel.sendToQueue('carts-small', Buffer.from('x'), {}, (error) => done(!error)));
  expect([await publish(), await publish(), await publish()]).toEqual([true, true, false]);

  await page.getByRole('link', { name: 'small', exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/policies\/user\/%2F\/small/);
  await expect(page.getByText('holds already')).toBeVisible();
  await page.getByRole('button', { name: 'Delete policy' }).click();
  await expect(dialog(page)).toContainText('carts-small');
  await dialog(page).getByRole('button', { name: 'Delete policy' }).click();
  await expect(page.getByRole('link', { name: 'small', exact: true })).toHaveCount(0);
  expect(await publish()).toBe(true);
  await channel.deleteQueue('carts-small');
  await channel.deleteQueue('Orders.upper');
  await connection.close();
});

test('an operator policy holds beside the users’ one', async ({ page, broker }) => {
  await page.goto('/admin/policies?kind=operator');
  await expect(page.getByText('No operator policies')).toBeVisible();
  await page.getByRole('link', { name: 'Add operator policy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('bound');
  await page.getByLabel('Pattern').fill('^orders$');
  await expect(page.getByRole('button', { name: 'dead-letter-exchange' })).toHaveCount(0);
  await page.getByRole('button', { name: 'max-length', exact: true }).click();
  await page.getByLabel('Value of max-length', { exact: true }).fill('5000');
  await page.getByRole('button', { name: 'Add policy' }).click();
  await expect(page.getByRole('table', { name: 'Operator policies' })).toContainText('bound');
  const queue = await broker.api<{ effective_policy_definition: object }>('GET', '/queues/%2F/orders');
  expect(queue.effective_policy_definition).toEqual({ 'max-length': 5000 });
  await page.getByRole('button', { name: 'Delete bound in /' }).click();
  await dialog(page).getByRole('button', { name: 'Delete operator policy' }).click();
  await expect(page.getByText('No operator policies')).toBeVisible();
});

test('limits are listed, set and cleared', async ({ page, broker }) => {
  await page.goto('/admin/limits');
  await expect(page.getByText('No limits').first()).toBeVisible();
  await page.getByRole('button', { name: 'Limit a virtual host' }).click();
  await dialog(page).getByRole('combobox', { name: 'Virtual host' }).click();
  await page.getByRole('option', { name: 'shop' }).click();
  await dialog(page).getByLabel('Most connections').fill('0');
  await dialog(page).getByRole('button', { name: 'Set limits' }).click();
  await expect(page.getByRole('table', { name: 'Limits of virtual hosts' })).toContainText('shop');
  await expect(connectAs(broker, 'guest', 'guest', 'shop')).rejects.toThrow();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear the limits of shop' }).click();
  await expect(dialog(page)).toContainText('0 connections');
  await dialog(page).getByRole('button', { name: 'Clear limits' }).click();
  await expect(page.getByRole('table', { name: 'Limits of virtual hosts' })).toHaveCount(0);
  await (await connectAs(broker, 'guest', 'guest', 'shop')).close();
});

test('definitions are exported, and an import shows first what it would change', async ({ page, broker }) => {
  await page.goto('/admin/definitions');
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^broker-definitions-.*\.json$/);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(exported.queues.map(({ name }: { name: string }) => name)).toContain('orders.audit');

  await page.locator('input[type=file]').setInputFiles({
    name: 'same.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(exported)),
  });
  await expect(page.getByText('Nothing would change')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();

  const changes = {
    queues: [{ name: 'imported', vhost: '/', durable: true, auto_delete: false, arguments: {} }],
    policies: [
      {
        vhost: '/',
        name: 'order-limits',
        pattern: '^orders',
        'apply-to': 'queues',
        definition: { 'max-length': 7 },
        priority: 1,
      },
    ],
  };
  await page.locator('input[type=file]').setInputFiles({
    name: 'changes.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(changes)),
  });
  const preview = page.getByRole('region', { name: 'What would change' });
  await expect(preview.getByRole('list', { name: 'Added' })).toContainText('imported');
  await expect(preview.getByRole('list', { name: 'Changed' })).toContainText('definition.max-length');
  await expect(preview.getByRole('list', { name: 'Changed' })).toContainText('100000 → 7');
  await expectAccessible(page);
  const connection = await connectAs(broker, 'guest', 'guest');
  expect(await refusalOf(connection, (channel) => channel.checkQueue('imported'))).toContain('NOT_FOUND');

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog(page)).toContainText('policy order-limits as it is now');
  await dialog(page).getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('Nothing would change')).toBeVisible();
  expect(await refusalOf(connection, (channel) => channel.checkQueue('imported'))).toBeUndefined();

  expectOnConsole(page, /400/);
  await page.getByRole('button', { name: 'Paste' }).click();
  await page.getByLabel('Definitions in JSON').fill('{\n  "queues": [\n    {"name": 7, "vhost": "/"}\n  ]\n}');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByText(/^queues\[0\]/)).toBeVisible();
  await expect(page.getByText('Line 3; nothing has changed.')).toBeVisible();
  await connection.close();
  await broker.api('DELETE', '/queues/%2F/imported');
  await broker.api('PUT', '/policies/%2F/order-limits', {
    pattern: '^orders',
    definition: { 'max-length': 100_000 },
    'apply-to': 'queues',
    priority: 1,
  });
});

test('features are listed, and the audit says who did what', async ({ page, broker }) => {
  await page.goto('/admin/features');
  await expect(page.getByRole('row', { name: /quorum_queue/ })).toContainText('enabled');
  await expectAccessible(page);

  const connection = await connectAs(broker, 'guest', 'guest');
  const channel = await connection.createChannel();
  await channel.assertQueue('noted', { durable: true });
  await page.goto('/admin/audit');
  const noted = page.getByRole('row', { name: /noted/ });
  await expect(noted).toContainText('declared');
  await expect(noted).toContainText('AMQP');
  await channel.deleteQueue('noted');
  await expect(page.getByRole('row', { name: /noted/ }).first()).toContainText('deleted');
  await expectAccessible(page);
  await page.getByLabel('Filter', { exact: true }).fill('kind:policy');
  await expect(page.getByRole('row', { name: /order-limits/ }).first()).toContainText('HTTP');
  await connection.close();
});

test('the cluster is named, and global parameters are set', async ({ page, broker }) => {
  const { name } = await broker.api<{ name: string }>('GET', '/cluster-name');
  await page.goto('/admin/cluster');
  await page.getByRole('button', { name: 'Change the name' }).click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('the-shop');
  await dialog(page).getByRole('button', { name: 'Change the name' }).click();
  await expect(page.getByRole('region', { name: 'Name', exact: true })).toContainText('the-shop');
  expect((await broker.api<{ cluster_name: string }>('GET', '/overview')).cluster_name).toBe('the-shop');

  await page.getByRole('button', { name: 'Add parameter' }).click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('colour');
  await dialog(page).getByLabel('Value').fill('{"a": [1]}');
  await dialog(page).getByRole('button', { name: 'Set parameter' }).click();
  await expect(page.getByRole('table', { name: 'Global parameters' })).toContainText('{"a":[1]}');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete the parameter colour' }).click();
  await dialog(page).getByRole('button', { name: 'Delete parameter' }).click();
  await expect(page.getByRole('table', { name: 'Global parameters' })).not.toContainText('colour');
  await broker.api('PUT', '/cluster-name', { name });
});

test('who only watches is offered nothing that changes', async ({ page, context, broker }) => {
  await context.clearCookies();
  await logIn(context.request, broker, 'watcher');
  await page.goto('/admin/policies');
  const menu = page.getByRole('navigation', { name: 'Pages' });
  await expect(menu.getByRole('link', { name: 'Audit' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Users' })).toHaveCount(0);
  await expect(menu.getByRole('link', { name: 'Definitions' })).toHaveCount(0);
  await expect(page.getByRole('cell', { name: 'order-limits' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add policy' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
  await menu.getByRole('link', { name: 'Virtual hosts' }).click();
  await expect(page.getByRole('row', { name: /shop/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add virtual host' })).toHaveCount(0);
});
