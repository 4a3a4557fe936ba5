import amqp from 'amqplib';
import type { Broker } from './harness/broker';
import { expect, expectAccessible, test } from './harness/test';

async function withChannel<T>(broker: Broker, use: (channel: amqp.Channel) => Promise<T>): Promise<T> {
  const connection = await amqp.connect(broker.amqpUrl);
  try {
    return await use(await connection.createChannel());
  } finally {
    await connection.close();
  }
}

test('exchanges are listed with what goes through them, and lead to their pages', async ({ page }) => {
  await page.goto('/exchanges?sort=message_stats.publish_in_details.rate&desc=true');
  const events = page.getByRole('row', { name: /^events .*topic/ });
  await expect(events).toBeVisible();
  await expect(events).toContainText(/\d+\/s/);
  await expectAccessible(page);
  await page.getByLabel('Filter', { exact: true }).fill('type:fanout dead');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: 'dead', exact: true }).click();
  await expect(page).toHaveURL(/\/exchanges\/%2F\/dead/);
  await expect(page.getByRole('heading', { level: 1, name: 'dead' })).toBeVisible();
});

test('an exchange is made, bound, unbound and deleted, as clients see', async ({ page, broker }) => {
  await page.goto('/exchanges');
  await page.getByRole('button', { name: 'New exchange' }).click();
  const form = page.getByRole('form', { name: 'New exchange' });
  await form.getByLabel('Name', { exact: false }).first().fill('made-here');
  await form.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'headers' }).click();
  await form.getByRole('button', { name: 'alternate-exchange' }).click();
  await form.getByLabel('Value of alternate-exchange').fill('dead');
  await form.getByRole('button', { name: 'Create exchange' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'made-here' })).toBeVisible();
  await withChannel(broker, async (channel) => {
    await channel.assertExchange('made-here', 'headers', { durable: true, alternateExchange: 'dead' });
    await channel.assertQueue('bound-here');
  });

  await page.getByRole('tab', { name: /Bindings/ }).click();
  await expect(page.getByText('Nothing is bound from here')).toBeVisible();
  const binding = page.getByRole('form', { name: 'Add a binding' });
  await binding.getByLabel('Name of the queue').fill('bound-here');
  await binding.getByRole('button', { name: 'x-match' }).click();
  await binding.getByLabel('Value of x-match').fill('any');
  await binding.getByRole('button', { name: 'Add', exact: true }).click();
  await binding.getByLabel('Name', { exact: true }).last().fill('size');
  await binding.getByLabel('Type of size').click();
  await page.getByRole('option', { name: 'number' }).click();
  await binding.getByLabel('Value of size').fill('3');
  await binding.getByRole('button', { name: 'Bind', exact: true }).click();
  const bindings = page.getByRole('table', { name: 'Bindings from this exchange' });
  await expect(bindings).toContainText('bound-here');
  await expect(bindings).toContainText('size: 3');
  await expectAccessible(page);

  await withChannel(broker, async (channel) => {
    channel.publish('made-here', '', Buffer.from('by arguments'), { headers: { size: 3 } });
    await expect
      .poll(async () => {
        const message = await channel.get('bound-here', { noAck: true });
        return message === false ? '' : message.content.toString();
      })
      .toBe('by arguments');
  });

  await bindings.getByRole('button', { name: /^Unbind queue bound-here/ }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('The way from exchange made-here to queue bound-here');
  await question.getByRole('button', { name: 'Unbind' }).click();
  await expect(page.getByText('Nothing is bound from here')).toBeVisible();

  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(question).toContainText('The headers exchange itself');
  await question.getByLabel(/^Type “made-here”/).fill('made-here');
  await question.getByRole('button', { name: 'Delete exchange' }).click();
  await expect(page).toHaveURL(/\/exchanges(\?|$)/);
  const names = await broker.api<{ name: string }[]>('GET', '/exchanges/%2F?columns=name');
  expect(names.map(({ name }) => name)).not.toContain('made-here');
});

test('an exchange shows what goes in and out', async ({ page }) => {
  await page.goto('/exchanges/%2F/events');
  await expect(page.getByRole('img', { name: /^Message rates: Published in/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Details' })).toContainText('topic');
  await expectAccessible(page);
});

test('the default exchange has a page, and nothing there can be destroyed', async ({ page }) => {
  await page.goto('/exchanges/%2F/amq.default?tab=bindings');
  await expect(page.getByRole('heading', { level: 1, name: 'Default exchange' })).toBeVisible();
  await expect(page.getByText('Every queue, by its name')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0);
});

test('the route tester says which queues get a message, by what, and why others do not', async ({ page, broker }) => {
  await page.goto('/routes');
  await expect(page.getByText('No exchange is chosen')).toBeVisible();
  await page.getByRole('combobox', { name: 'Exchange' }).click();
  await page.getByRole('option', { name: 'events' }).click();
  await page.getByLabel('Routing key').fill('order.created');
  await expect(page).toHaveURL(/key=order\.created/);
  await expect(page.getByText('2 queues get the message.')).toBeVisible();
  const queues = page.getByRole('region', { name: /^Queues/ });
  await expect(queues).toContainText('order.*');
  await expect(queues).toContainText('policy order-limits');
  await page.getByRole('button', { name: /what does not match/ }).click();
  await expect(page.getByRole('table', { name: 'Bindings of events that do not match' })).toContainText(
    'word 1 is “order”, not “invoice”',
  );
  await expectAccessible(page);

  await withChannel(broker, async (channel) => {
    await channel.assertExchange('by-headers', 'headers', { alternateExchange: 'dead' });
    await channel.assertQueue('germany');
    await channel.bindQueue('germany', 'by-headers', '', { country: 'de' });
  });
  await page.goto(`/routes?vhost=%2F&exchange=by-headers&headers=${encodeURIComponent('{"country":"de"}')}`);
  await expect(page.getByRole('region', { name: /^Queues/ })).toContainText('germany');
  await page.getByLabel('Value of country').fill('fr');
  await expect(page.getByText("goes to the alternate exchange 'dead'")).toBeVisible();
  await expect(page.getByRole('region', { name: /^Queues/ })).toContainText('dead-letters');
});

test('a message is published from the page of an exchange, and comes', async ({ page, broker }) => {
  await withChannel(broker, async (channel) => {
    await channel.assertQueue('published-to');
    await channel.bindQueue('published-to', 'amq.direct', 'here');
  });
  await page.goto('/exchanges/%2F/amq.direct');
  await page.getByRole('button', { name: 'Publish' }).click();
  const form = page.getByRole('form', { name: 'Message' });
  await form.getByLabel('Routing key').fill('here');
  await form.getByLabel('Payload', { exact: true }).fill('from the page');
  await form.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published, and routed to a queue')).toBeVisible();
  await withChannel(broker, async (channel) => {
    const message = await channel.get('published-to', { noAck: true });
    expect(message === false ? '' : message.content.toString()).toBe('from the page');
  });
});
