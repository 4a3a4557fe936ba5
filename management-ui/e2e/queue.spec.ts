import amqp from 'amqplib';
import type { Broker } from './harness/broker';
import { expect, expectAccessible, logIn, test } from './harness/test';

/** A channel of its own connection, for what one test does over AMQP. */
async function withChannel<T>(broker: Broker, use: (channel: amqp.Channel) => Promise<T>): Promise<T> {
  const connection = await amqp.connect(broker.amqpUrl);
  try {
    const channel = await connection.createChannel();
    const result = await use(channel);
    // What was sent is there when the channel is closed.
    await channel.close();
    return result;
  } finally {
    await connection.close();
  }
}

async function fill(broker: Broker, queue: string, count: number, options: amqp.Options.Publish = {}) {
  const connection = await amqp.connect(broker.amqpUrl);
  const channel = await connection.createConfirmChannel();
  await channel.assertQueue(queue, { durable: true });
  for (let number = 0; number < count; number++) {
    channel.sendToQueue(queue, Buffer.from(JSON.stringify({ number, text: `message ${number}` })), {
      contentType: 'application/json',
      persistent: true,
      ...options,
    });
  }
  await channel.waitForConfirms();
  await connection.close();
}

const take = (broker: Broker, queue: string) =>
  withChannel(broker, async (channel) => {
    const message = await channel.get(queue, { noAck: true });
    if (message === false) {
      throw new Error(`${queue} is empty`);
    }
    return message;
  });
const lengthOf = (broker: Broker, queue: string) =>
  withChannel(broker, async (channel) => (await channel.checkQueue(queue)).messageCount);

test('the page of a queue shows what it does, who consumes, and why it is so', async ({ page }) => {
  await page.goto('/queues');
  await page.getByRole('link', { name: 'orders', exact: true }).click();
  await expect(page).toHaveURL(/\/queues\/%2F\/orders/);
  await expect(page.getByRole('heading', { level: 1, name: 'orders' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Messages in the queue: Total/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Message rates: Publish/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Why it is so' })).toContainText('Nothing holds messages back');
  await expectAccessible(page);

  await page.getByRole('tab', { name: /Consumers/ }).click();
  await expect(page).toHaveURL(/tab=consumers/);
  await expect(page.getByRole('table', { name: 'Consumers' })).toContainText('20');
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByRole('row', { name: /max-length/ })).toContainText('policy: order-limits');
  await expectAccessible(page);
});

test('a queue says why its messages wait', async ({ page, broker }) => {
  await fill(broker, 'waiting', 3);
  await page.goto('/queues/%2F/waiting');
  const why = page.getByRole('region', { name: 'Why it is so' });
  await expect(why).toContainText('Nobody consumes');

  const connection = await amqp.connect(broker.amqpUrl);
  const channel = await connection.createChannel();
  await channel.prefetch(2);
  await channel.consume('waiting', () => undefined, { consumerTag: 'sleeper' });
  await expect(why).toContainText('prefetch is used up');
  await expect(why).toContainText('Consumer sleeper holds 2 unacked of 2');
  await connection.close();

  await broker.api('PUT', '/policies/%2F/tight', {
    pattern: '^waiting$',
    definition: { 'max-length': 3, overflow: 'reject-publish' },
    'apply-to': 'queues',
    priority: 9,
  });
  await expect(why).toContainText('New messages are refused: max-length is reached');
  await expect(why).toContainText('policy tight');
  await broker.api('DELETE', '/policies/%2F/tight');
});

test('bindings are added and taken away', async ({ page, broker }) => {
  await broker.api('PUT', '/queues/%2F/bound', { durable: true });
  await page.goto('/queues/%2F/bound?tab=bindings');
  await page.getByRole('combobox', { name: 'From exchange' }).fill('events');
  await page.getByLabel('Routing key').fill('bound.*');
  await page.getByRole('button', { name: 'Bind', exact: true }).click();
  await expect(page.getByRole('row', { name: /events bound/ })).toBeVisible();
  await withChannel(broker, async (channel) => channel.publish('events', 'bound.to', Buffer.from('here')));
  await expect.poll(() => lengthOf(broker, 'bound')).toBe(1);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Unbind from events with key bound.*' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unbind' }).click();
  await expect(page.getByRole('row', { name: /events bound/ })).toBeHidden();
  await withChannel(broker, async (channel) => channel.publish('events', 'bound.to', Buffer.from('not here')));
  expect(await lengthOf(broker, 'bound')).toBe(1);
});

test('messages are browsed without being touched', async ({ page, broker }) => {
  await fill(broker, 'browsed', 120);
  await page.goto('/queues/%2F/browsed?tab=messages');
  const list = page.getByRole('list', { name: 'Messages' });
  await expect(list.getByRole('listitem')).toHaveCount(50);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next 50' }).click();
  await expect(page.getByText('"number":50,')).toBeVisible();
  await expect(page).toHaveURL(/after=/);

  await page.getByLabel('Text in messages').fill('message 77');
  await page.getByLabel('Text in messages').press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(page).toHaveURL(/contains=message\+77/);
  await list.getByRole('button').click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('"text": "message 77"');
  await drawer.getByText('Hex', { exact: true }).click();
  await expect(drawer).toContainText('7b 22 6e 75 6d 62 65 72');
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByRole('dialog')).toContainText('"text": "message 77"');
  const first = await take(broker, 'browsed');
  expect(first.fields.redelivered).toBe(false);
  expect(await lengthOf(broker, 'browsed')).toBe(119);
});

test('a long payload is shown whole, and offered as a file', async ({ page, broker }) => {
  const long = JSON.stringify({ filler: 'x'.repeat(5000), end: 'the very end' });
  await withChannel(broker, async (channel) => {
    await channel.assertQueue('long', { durable: true });
    channel.sendToQueue('long', Buffer.from('short'));
    channel.sendToQueue('long', Buffer.from(long), { contentType: 'application/json' });
  });
  await page.goto('/queues/%2F/long?tab=messages');
  await page.getByRole('list', { name: 'Messages' }).getByRole('button').nth(1).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('the very end');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^long-\d+\.json$/);
});

test('a dead letter tells how it died, and is published again', async ({ page, broker }) => {
  await withChannel(broker, async (channel) => {
    await channel.assertExchange('graveyard', 'fanout', { durable: true });
    await channel.assertQueue('graves', { durable: true });
    await channel.bindQueue('graves', 'graveyard', '');
    await channel.assertQueue('patients', {
      durable: true,
      arguments: { 'x-dead-letter-exchange': 'graveyard' },
    });
    channel.sendToQueue('patients', Buffer.from('{"bed":4}'), { headers: { ward: 'east' }, persistent: true });
    await expect.poll(async () => (await channel.checkQueue('patients')).messageCount).toBe(1);
    const message = await channel.get('patients');
    expect(message).not.toBe(false);
    if (message !== false) {
      channel.reject(message, false);
    }
  });
  await expect.poll(() => lengthOf(broker, 'graves')).toBe(1);
  await page.goto('/queues/%2F/graves?tab=messages');
  const list = page.getByRole('list', { name: 'Messages' });
  await expect(list).toContainText('dead letter');
  await list.getByRole('button').click();
  const drawer = page.getByRole('dialog', { name: /Message #/ });
  await expect(drawer).toContainText('Published to the default exchange');
  await expect(drawer).toContainText('A consumer rejected it in patients');
  await expect(drawer).toContainText('Now in graves');
  await expect(drawer).toContainText('east');
  await expectAccessible(page);

  await drawer.getByRole('button', { name: 'Edit and republish' }).click();
  const form = page.getByRole('dialog', { name: 'Republish' });
  await form.getByRole('combobox', { name: 'Exchange' }).fill('(default)');
  await form.getByLabel('Routing key').fill('patients');
  await form.getByLabel('Payload', { exact: true }).fill('{"bed":5}');
  await form.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(form).toContainText('Published, and routed to a queue');
  const again = await take(broker, 'patients');
  expect(again.content.toString()).toBe('{"bed":5}');
  expect(again.properties.headers).toEqual({ ward: 'east' });
});

test('a message is published with typed headers, as often as wanted', async ({ page, broker }) => {
  await broker.api('PUT', '/queues/%2F/written', { durable: true });
  await page.goto('/queues/%2F/written');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page).toHaveURL(/do=publish/);
  const form = page.getByRole('form', { name: 'Message' });
  await form.getByLabel('Payload', { exact: true }).fill('hello');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByLabel('Name').fill('tries');
  await form.getByLabel('Type of tries').click();
  await page.getByRole('option', { name: 'number' }).click();
  await form.getByLabel('Value of tries').fill('7');
  await form.getByRole('button', { name: 'More properties' }).click();
  await form.getByLabel('Content type').fill('text/plain');
  await form.getByLabel('How often').fill('3');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(form).toContainText('Published 3, of which 3 were routed to a queue');
  expect(await lengthOf(broker, 'written')).toBe(3);
  const message = await take(broker, 'written');
  expect(message.content.toString()).toBe('hello');
  expect(message.properties.headers).toEqual({ tries: 7 });
  expect(message.properties.contentType).toBe('text/plain');

  await form.getByRole('combobox', { name: 'Exchange' }).fill('events');
  await form.getByLabel('Routing key').fill('');
  await form.getByLabel('How often').fill('1');
  await form.getByRole('combobox', { name: 'Exchange' }).fill('amq.direct');
  await form.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(form).toContainText('routed to no queue');
});

test('messages are got, and given back or taken, with a warning', async ({ page, broker }) => {
  await fill(broker, 'gotten', 2);
  await page.goto('/queues/%2F/gotten?do=get');
  const form = page.getByRole('form', { name: 'Get messages' });
  await form.getByRole('button', { name: 'Get', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('"text": "message 0"');
  expect(await lengthOf(broker, 'gotten')).toBe(2);

  await form.getByLabel('Take and ack').check();
  await expect(form).toContainText('Up to 1 message leaves the queue');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Get and remove' }).click();
  await expect.poll(() => lengthOf(broker, 'gotten')).toBe(1);
});

test('a purge asks first and names what is lost', async ({ page, broker }) => {
  await fill(broker, 'purged', 4);
  await page.goto('/queues/%2F/purged');
  await page.getByRole('button', { name: 'More that can be done' }).click();
  await page.getByRole('menuitem', { name: 'Purge…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('4 ready messages');
  await dialog.getByRole('button', { name: 'Drop 4 messages' }).click();
  await expect(dialog).toBeHidden();
  expect(await lengthOf(broker, 'purged')).toBe(0);
});

test('a deletion names what is lost, and asks for the name where there are messages', async ({ page, broker }) => {
  await fill(broker, 'doomed', 2);
  await withChannel(broker, async (channel) => channel.bindQueue('doomed', 'events', 'doom.#'));
  await page.goto('/queues/%2F/doomed?do=delete');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 ready messages');
  await expect(dialog).toContainText('1 binding (events: doom.#)');
  const button = dialog.getByRole('button', { name: 'Delete the queue' });
  await expect(button).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel('Type “doomed” to go on').fill('doomed');
  await button.click();
  await expect(page).toHaveURL(/\/queues$/);
  await expect(broker.api('GET', '/queues/%2F/doomed')).rejects.toThrow('404');
});

test('a queue is created with arguments of their types', async ({ page, broker }) => {
  await page.goto('/queues');
  await page.getByRole('button', { name: 'New queue' }).click();
  const form = page.getByRole('form', { name: 'New queue' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('made here');
  await form.getByText('Quorum').click();
  await form.getByRole('button', { name: 'x-max-length', exact: true }).click();
  await form.getByLabel('Value of x-max-length').fill('10');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Create the queue' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'made here' })).toBeVisible();
  const queue = await broker.api<{ type: string; arguments: unknown }>('GET', '/queues/%2F/made%20here');
  expect(queue).toMatchObject({ type: 'quorum', arguments: { 'x-max-length': 10, 'x-queue-type': 'quorum' } });
  await withChannel(broker, async (channel) => channel.checkQueue('made here'));
});

test('chosen messages are moved to another queue, and the rest copied', async ({ page, broker }) => {
  await fill(broker, 'source', 3);
  await broker.api('PUT', '/queues/%2F/target', { durable: true });
  await page.goto('/queues/%2F/source?tab=messages');
  await page
    .getByRole('checkbox', { name: /Choose message/ })
    .nth(1)
    .check();
  await page.getByRole('toolbar', { name: 'Chosen messages' }).getByRole('button', { name: 'Move or copy' }).click();
  const form = page.getByRole('form', { name: 'Move or copy messages' });
  await form.getByRole('combobox', { name: 'Queue' }).fill('target');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Move 1' }).click();
  await expect(page.getByText('Moved to queue target')).toBeVisible();
  const moved = await take(broker, 'target');
  expect(JSON.parse(moved.content.toString())).toMatchObject({ number: 1 });
  expect(await lengthOf(broker, 'source')).toBe(2);
  await expect(page.getByRole('list', { name: 'Messages' }).getByRole('listitem')).toHaveCount(2);

  await page.goto('/queues/%2F/source?do=transfer');
  await form.getByText('Copy', { exact: true }).click();
  await form.getByRole('combobox', { name: 'Queue' }).fill('target');
  await form.getByRole('button', { name: 'Copy all 2' }).click();
  await expect(page.getByText('Copied to queue target')).toBeVisible();
  expect(await lengthOf(broker, 'target')).toBe(2);
  expect(await lengthOf(broker, 'source')).toBe(2);
});

test('dead letters go back to where they came from', async ({ page, broker }) => {
  await withChannel(broker, async (channel) => {
    await channel.assertQueue('morgue', { durable: true });
    await channel.assertQueue('ward', {
      durable: true,
      arguments: { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'morgue' },
    });
    channel.sendToQueue('ward', Buffer.from('again'), { persistent: true });
    await expect.poll(async () => (await channel.checkQueue('ward')).messageCount).toBe(1);
    const message = await channel.get('ward');
    if (message !== false) {
      channel.reject(message, false);
    }
  });
  await expect.poll(() => lengthOf(broker, 'morgue')).toBe(1);
  await page.goto('/queues/%2F/morgue?do=transfer');
  await page.getByLabel('Where they were published first').check();
  await page.getByRole('button', { name: 'Move all 1' }).click();
  await expect(page.getByText('Moved to where they came from')).toBeVisible();
  expect(await lengthOf(broker, 'morgue')).toBe(0);
  expect((await take(broker, 'ward')).content.toString()).toBe('again');
});

test('who only looks is offered nothing that changes a queue', async ({ page, context, broker }) => {
  await context.clearCookies();
  await logIn(context.request, broker, 'watcher');
  await page.goto('/queues/%2F/orders?tab=bindings');
  await expect(page.getByRole('table', { name: 'Bindings to this queue' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeHidden();
  await expect(page.getByRole('button', { name: /Unbind/ })).toBeHidden();
  await expect(page.getByRole('form', { name: 'Add a binding' })).toBeHidden();
});
