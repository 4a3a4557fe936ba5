import amqp from 'amqplib';
import type { Broker } from './broker';

/** A small shop: exchanges, queues of both types, publishers, consumers, a dead letter, so that no page is empty. */
export class Traffic {
  private readonly timers: NodeJS.Timeout[] = [];
  private isOn = true;

  private constructor(private readonly connections: amqp.ChannelModel[]) {}

  static async start(broker: Broker): Promise<Traffic> {
    await prepare(broker);
    const [publishing, consuming] = await Promise.all(
      ['checkout', 'warehouse'].map((name) =>
        amqp.connect(broker.amqpUrl, { clientProperties: { connection_name: name } }),
      ),
    );
    if (publishing === undefined || consuming === undefined) {
      throw new Error('no connections');
    }
    const traffic = new Traffic([publishing, consuming]);
    for (const connection of [publishing, consuming]) {
      connection.on('error', () => traffic.stop());
      connection.on('close', () => traffic.stop());
    }
    const publisher = await publishing.createConfirmChannel();
    await declare(publisher);
    const consumer = await consuming.createChannel();
    await consumer.prefetch(20);
    await consumer.consume('orders', (message) => {
      if (message !== null) {
        setTimeout(() => traffic.isOn && consumer.ack(message), 50);
      }
    });
    let number = 0;
    traffic.timers.push(
      setInterval(() => {
        for (let i = 0; i < 4; i++) {
          const key = ['order.created', 'order.paid', 'invoice.sent'][number++ % 3] ?? '';
          publisher.publish('events', key, Buffer.from(JSON.stringify({ number, key })), {
            contentType: 'application/json',
            persistent: true,
          });
        }
      }, 100),
    );
    return traffic;
  }

  async stop(): Promise<void> {
    this.isOn = false;
    for (const timer of this.timers) {
      clearInterval(timer);
    }
    await Promise.allSettled(this.connections.map(async (connection) => connection.close()));
  }
}

async function prepare(broker: Broker): Promise<void> {
  await broker.api('PUT', '/vhosts/shop', { description: 'The shop' });
  await broker.api('PUT', '/permissions/shop/guest', { configure: '.*', write: '.*', read: '.*' });
  await broker.api('PUT', '/queues/shop/carts', { durable: true });
  await broker.api('PUT', '/users/watcher', { password: 'watcher', tags: 'monitoring' });
  await broker.api('PUT', '/permissions/%2F/watcher', { configure: '', write: '', read: '.*' });
  await broker.api('PUT', '/policies/%2F/order-limits', {
    pattern: '^orders',
    definition: { 'max-length': 100_000 },
    'apply-to': 'queues',
    priority: 1,
  });
}

async function declare(channel: amqp.Channel): Promise<void> {
  await channel.assertExchange('events', 'topic', { durable: true });
  await channel.assertExchange('dead', 'fanout', { durable: true });
  await channel.assertQueue('orders', { durable: true });
  await channel.assertQueue('orders.audit', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
  await channel.assertQueue('invoices', {
    durable: true,
    arguments: { 'x-message-ttl': 60_000, 'x-dead-letter-exchange': 'dead' },
  });
  await channel.assertQueue('dead-letters', { durable: true });
  await channel.assertQueue('temporary', { durable: false, autoDelete: true });
  await channel.bindQueue('orders', 'events', 'order.*');
  await channel.bindQueue('orders.audit', 'events', '#');
  await channel.bindQueue('invoices', 'events', 'invoice.*');
  await channel.bindQueue('dead-letters', 'dead', '');
}
