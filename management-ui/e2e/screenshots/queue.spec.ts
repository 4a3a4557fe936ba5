import amqp from 'amqplib';
import type { Broker } from '../harness/broker';
import { test } from '../harness/test';

/** States of the page of a queue, with a name for the picture. */
const views: readonly [name: string, path: string][] = [
  ['queue', '/queues/%2F/orders'],
  ['queue-why', '/queues/%2F/night-shift'],
  ['queue-messages', '/queues/%2F/night-shift?tab=messages'],
  ['queue-message', '/queues/%2F/night-shift?tab=messages&message=first'],
  ['queue-consumers', '/queues/%2F/orders?tab=consumers'],
  ['queue-bindings', '/queues/%2F/orders?tab=bindings'],
  ['queue-settings', '/queues/%2F/night-shift?tab=settings'],
  ['queue-publish', '/queues/%2F/orders?do=publish'],
  ['queue-get', '/queues/%2F/orders?do=get'],
  ['queue-transfer', '/queues/%2F/orders?do=transfer'],
  ['queue-delete', '/queues/%2F/night-shift?do=delete'],
  ['queue-new', '/queues?do=new'],
  ['queue-gone', '/queues/%2F/nothing'],
];

/** A queue of dead letters that nobody consumes, with all there is to see of messages. */
async function prepare(broker: Broker) {
  const connection = await amqp.connect(broker.amqpUrl);
  const channel = await connection.createChannel();
  await channel.assertQueue('night-shift', {
    durable: true,
    arguments: { 'x-max-length': 500, 'x-dead-letter-exchange': 'nowhere' },
  });
  await channel.assertQueue('day-shift', {
    durable: true,
    arguments: { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'night-shift' },
  });
  channel.sendToQueue('day-shift', Buffer.from(JSON.stringify({ order: 4711, items: [{ sku: 'A-1', count: 2 }] })), {
    contentType: 'application/json',
    persistent: true,
    messageId: 'b7f2',
    headers: { tenant: 'east', tries: 3 },
  });
  let message = await channel.get('day-shift');
  while (message === false) {
    message = await channel.get('day-shift');
  }
  channel.reject(message, false);
  for (let number = 0; number < 80; number++) {
    channel.sendToQueue('night-shift', Buffer.from(JSON.stringify({ number, customer: `customer ${number}` })), {
      contentType: 'application/json',
      persistent: true,
    });
  }
  await channel.close();
  await connection.close();
  await broker.api('PUT', '/policies/%2F/shift-limits', {
    pattern: '-shift$',
    definition: { 'max-length': 1000, 'message-ttl': 86_400_000 },
    'apply-to': 'queues',
    priority: 3,
  });
}

test.beforeAll(({ broker }) => prepare(broker));

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`queue ${colorScheme} ${width}`, async ({ page, broker }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: width > 1000 ? 900 : 844 });
      page.removeAllListeners('console');
      const { items } = await broker.api<{ items: { position: number }[] }>(
        'GET',
        '/queues/%2F/night-shift/messages?count=1',
      );
      for (const [name, path] of views) {
        await page.goto(path.replace('=first', `=${items[0]?.position}`));
        await page.getByRole('heading', { level: 1 }).waitFor();
        // Two samples make a line.
        await page.waitForTimeout(name === 'queue' || name === 'queue-why' ? 2500 : 900);
        await page.screenshot({
          path: `screenshots/${name}-${colorScheme}-${width}.png`,
          fullPage: !/message$|publish|get|transfer|delete|new/.test(name),
        });
      }
    });
  }
}
