import amqp from 'amqplib';
import type { Broker } from './harness/broker';
import { expect, expectAccessible, expectOnConsole, logIn, test } from './harness/test';

interface Named {
  readonly name: string;
  readonly user_provided_name: string;
}

/** A client of a name of its own, and what the broker calls its connection. */
async function connect(broker: Broker, clientName: string) {
  const connection = await amqp.connect(broker.amqpUrl, { clientProperties: { connection_name: clientName } });
  connection.on('error', () => undefined);
  const name = await nameOf(broker, clientName);
  return { connection, name, path: `/connections/${encodeURIComponent(name)}` };
}

async function nameOf(broker: Broker, clientName: string): Promise<string> {
  let found: Named | undefined;
  await expect
    .poll(async () => {
      found = (await broker.api<Named[]>('GET', '/connections')).find((one) => one.user_provided_name === clientName);
      return found?.name;
    })
    .toBeDefined();
  return found?.name ?? '';
}

test.describe('connections', () => {
  test('are listed, and found by client, user, address and state', async ({ page }) => {
    await page.goto('/connections');
    const row = page.getByRole('row', { name: /checkout/ });
    await expect(row).toContainText('guest');
    await expect(row).toContainText('running');
    await expect(row).toContainText(/amqplib|amqp\.node/);
    await expect(row).toContainText(/B\/s/);
    await expectAccessible(page);

    for (const [filter, count] of [
      ['warehouse', 1],
      ['user:guest peer_host:127.*', 2],
      ['state:blocked', 0],
      ['-user:guest', 0],
    ] as const) {
      await page.getByLabel('Filter', { exact: true }).fill(filter);
      await expect(page).toHaveURL(new RegExp(`filter=${filter.slice(0, 4).replace(':', '%3A')}`));
      await expect(page.getByRole('row')).toHaveCount(1 + count);
    }
  });

  test('show what goes over them, and lead to their channels', async ({ page, broker }) => {
    await page.goto('/connections?filter=warehouse');
    await page.getByRole('link', { name: 'warehouse' }).click();
    await expect(page.getByRole('heading', { name: 'warehouse', level: 1 })).toBeVisible();
    await expect(page).toHaveURL(
      new RegExp(encodeURIComponent(await nameOf(broker, 'warehouse')).replaceAll('.', '\\.')),
    );
    await expect(page.getByRole('img', { name: /^Data rates: From client \d/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Client properties' })).toContainText('amqplib');
    await expect(page.getByRole('region', { name: 'Details' })).toContainText('AMQP 0-9-1');
    await expect(page.getByRole('region', { name: 'TLS' })).toContainText('not encrypted');
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Channel 1', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Channel 1 of warehouse' })).toBeVisible();
  });

  test('are closed with a reason that the client is told, once what is lost is named', async ({ page, broker }) => {
    expectOnConsole(page, /404/);
    const client = await connect(broker, 'to-be-closed');
    const channel = await client.connection.createChannel();
    await channel.assertQueue('reply-of-closed', { exclusive: true });
    channel.sendToQueue('reply-of-closed', Buffer.from('waits'));
    await channel.consume('orders', () => undefined, { noAck: false, arguments: { 'x-priority': -10 } });
    await page.goto(client.path);
    await expect(page.getByRole('region', { name: 'Exclusive queues' })).toContainText('1 messages');

    await page.getByRole('button', { name: 'Close…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Close the connection “to-be-closed” of guest?');
    await expect(dialog).toContainText('1 open channel');
    await expect(dialog).toContainText('1 consumer');
    await expect(dialog).toContainText('1 exclusive queue (reply-of-closed), deleted with 1 message');
    await expectAccessible(page);
    await dialog.getByLabel('Reason').fill('Wartung für Köln');
    const closed = new Promise<Error | undefined>((resolve) => client.connection.on('close', resolve));
    await dialog.getByRole('button', { name: 'Close the connection' }).click();
    expect((await closed)?.message).toContain('Wartung für Köln');

    const notice = page.getByRole('alert').filter({ hasText: 'Closed' });
    await expect(notice).toContainText('by the broker');
    await expect(notice).toContainText('320');
    await expect(notice).toContainText('Wartung für Köln');
    await expect(page.getByRole('button', { name: 'Close…' })).toHaveCount(0);

    // The link still works when all that is left is the reason.
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Wartung für Köln');
    await page.getByRole('link', { name: 'All that ended with it' }).click();
    await expect(page.getByRole('row', { name: /to-be-closed/ }).first()).toContainText('Wartung für Köln');
  });

  test('that end by themselves say so while their page is open', async ({ page, broker }) => {
    expectOnConsole(page, /404/);
    const client = await connect(broker, 'short-lived');
    await page.goto(client.path);
    await expect(page.getByRole('heading', { name: 'short-lived' })).toBeVisible();
    await client.connection.close();
    await expect(page.getByRole('alert')).toContainText('by its client');
    await expect(page.getByText('What stands below is how it was last.')).toBeVisible();
  });

  test('that never were say so', async ({ page }) => {
    expectOnConsole(page, /404/);
    await page.goto('/connections/10.0.0.1%3A1%20-%3E%2010.0.0.2%3A2');
    await expect(page.getByRole('alert')).toContainText('There is no such connection');
    await expectAccessible(page);
  });

  test('are not closed by those who may only look', async ({ page, context, broker }) => {
    await context.clearCookies();
    await logIn(context.request, broker, 'watcher');
    await page.goto('/connections?filter=checkout');
    await page.getByRole('link', { name: 'checkout' }).click();
    await expect(page.getByRole('region', { name: 'Details' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Close…' })).toHaveCount(0);
  });
});

test.describe('channels', () => {
  test('are listed with what they let out', async ({ page }) => {
    await page.goto('/channels');
    await expect(page.getByRole('row', { name: /checkout \(1\)/ })).toContainText('confirm');
    const consumer = page.getByRole('row', { name: /warehouse \(1\)/ });
    await expect(consumer).toContainText('20 each');
    await expect(consumer).toContainText(/\d\/s/);
    await expectAccessible(page);
  });

  test('name a consumer that is stuck, until it acknowledges', async ({ page, broker }) => {
    const client = await connect(broker, 'slow-worker');
    const channel = await client.connection.createChannel();
    await channel.assertQueue('slow', { durable: false, autoDelete: true });
    const held: amqp.Message[] = [];
    await channel.prefetch(3);
    await channel.consume('slow', (message) => message !== null && held.push(message), { consumerTag: 'sleeper' });
    for (let i = 0; i < 4; i++) {
      channel.sendToQueue('slow', Buffer.from('work'));
    }
    await expect.poll(() => held.length).toBe(3);

    await page.goto(`/channels/${encodeURIComponent(`${client.name} (1)`)}`);
    const row = page.getByRole('row', { name: /sleeper/ });
    await expect(row).toContainText('Stuck');
    await expect(row).toContainText('It has all 3 messages that its prefetch allows, and acknowledges none');
    await expect(page.getByRole('img', { name: /^Message rates/ })).toBeVisible();
    await expectAccessible(page);

    await page.goto('/consumers?filter=slow');
    await expect(page.getByRole('row', { name: /sleeper/ })).toContainText('At its limit');

    for (const message of held.splice(0)) {
      channel.ack(message);
    }
    await expect(page.getByRole('row', { name: /sleeper/ })).toContainText('Active');
    await client.connection.close();
  });

  test('that the broker closed say what caused it', async ({ page, broker }) => {
    expectOnConsole(page, /404/);
    const client = await connect(broker, 'mistaken');
    const channel = await client.connection.createChannel();
    channel.on('error', () => undefined);
    await page.goto(`/channels/${encodeURIComponent(`${client.name} (1)`)}`);
    await expect(page.getByRole('heading', { name: 'Channel 1 of mistaken' })).toBeVisible();
    await channel.checkQueue('not-there').catch(() => undefined);

    const notice = page.getByRole('alert').filter({ hasText: 'Closed' });
    await expect(notice).toContainText("404 NOT_FOUND - no queue 'not-there' in vhost '/', caused by queue.declare");
    await page.goto(client.path);
    await expect(page.getByRole('region', { name: 'Channels that ended' })).toContainText('queue.declare');
    await client.connection.close();
  });
});

test.describe('consumers', () => {
  test('are listed with what they hold', async ({ page }) => {
    await page.goto('/consumers?filter=channel_details.user_provided_name:warehouse');
    const row = page.getByRole('row', { name: /^orders/ });
    await expect(row).toContainText('manual');
    await expect(row).toContainText('20');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'warehouse (1)' }).click();
    await expect(page.getByRole('region', { name: 'Consumers' })).toContainText('orders');
  });

  test('are cancelled one by one, and their client is told', async ({ page, broker }) => {
    const client = await connect(broker, 'listener');
    const channel = await client.connection.createChannel();
    await channel.assertQueue('news', { durable: false });
    const told: string[] = [];
    for (const tag of ['first', 'second']) {
      await channel.consume('news', (message) => message === null && told.push(tag), { consumerTag: tag });
    }
    await page.goto('/consumers?filter=news');
    await page.getByRole('button', { name: 'Cancel the consumer first of news' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('the subscription of listener, channel 1, to news');
    await dialog.getByRole('button', { name: 'Cancel the consumer' }).click();

    await expect.poll(() => told).toEqual(['first']);
    await expect(page.getByRole('row', { name: /first/ })).toHaveCount(0);
    await expect(page.getByRole('row', { name: /second/ })).toBeVisible();
    await channel.deleteQueue('news');
    await client.connection.close();
  });

  test('are not cancelled by those who may only look', async ({ page, context, broker }) => {
    await context.clearCookies();
    await logIn(context.request, broker, 'watcher');
    await page.goto('/consumers');
    await expect(page.getByRole('row', { name: /orders/ }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Cancel the consumer/ })).toHaveCount(0);
  });
});

test.describe('what has ended', () => {
  test('is listed with its cause, filtered, and shown in full', async ({ page, broker }) => {
    const client = await connect(broker, 'wrong-declarer');
    const channel = await client.connection.createChannel();
    channel.on('error', () => undefined);
    await channel.assertQueue('orders', { durable: false }).catch(() => undefined);
    await client.connection.close();

    await page.goto('/closed');
    await page.getByLabel('Filter', { exact: true }).fill('wrong-declarer code=406');
    const row = page.getByRole('row', { name: /wrong-declarer/ });
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('broker');
    await expect(row).toContainText('PRECONDITION_FAILED');
    await expect(row).toContainText('queue.declare');
    await expectAccessible(page);

    await row.getByRole('link').click();
    await expect(page).toHaveURL(/filter=wrong-declarer.*entry=/);
    const full = page.getByRole('dialog');
    await expect(full).toContainText("inequivalent arg 'durable' for queue 'orders'");
    await expect(full).toContainText('other attributes');
    await expectAccessible(page);
    await page.reload();
    await expect(full).toContainText('Channel 1 of wrong-declarer');
    await page.keyboard.press('Escape');
    await expect(full).toHaveCount(0);
    await expect(page).toHaveURL(/\/closed\?filter=wrong-declarer/);
  });
});
