// Plays one scenario with amqplib: amqplib_scenarios.js URI SCENARIO; see ../README.md.

let amqplib;
try {
  ({ default: amqplib } = await import('amqplib'));
} catch {
  process.exit(77);
}

const ownQueue = async (channel) => (await channel.assertQueue('', { exclusive: true })).queue;
const ready = async (channel, queue) => (await channel.checkQueue(queue)).messageCount;
const get = async (channel, queue, options = { noAck: true }) => channel.get(queue, options);
const text = (message) => message.content.toString();

async function publish(channel, exchange, key, body, options) {
  channel.publish(exchange, key, Buffer.from(body), options);
  await channel.waitForConfirms();
}

// Deliveries of a queue, one at a time.
async function consume(channel, queue) {
  const messages = [];
  const waiting = [];
  await channel.consume(queue, (message) => (waiting.length > 0 ? waiting.shift()(message) : messages.push(message)));
  return () => (messages.length > 0 ? messages.shift() : new Promise((resolve) => waiting.push(resolve)));
}

const scenarios = {
  async 'publish-and-consume'(channel) {
    const queue = await ownQueue(channel);
    for (let number = 0; number < 10; number++) {
      await publish(channel, '', queue, `message ${number}`, { persistent: true, mandatory: true });
    }
    const next = await consume(channel, queue);
    for (let number = 0; number < 10; number++) {
      const message = await next();
      channel.ack(message);
      console.log(text(message));
    }
    console.log('left:', await ready(channel, queue));
  },

  async 'missing-exchange'(channel) {
    const closed = new Promise((resolve) => channel.on('error', resolve));
    channel.publish('missing', 'key', Buffer.from('lost'));
    const error = await closed;
    console.log(error.code, error.message.match(/with message "(.*)"$/)[1]);
  },

  async unroutable(channel) {
    const returned = new Promise((resolve) => channel.on('return', resolve));
    await publish(channel, 'amq.direct', 'nowhere', 'back', { mandatory: true });
    const message = await returned;
    console.log(message.fields.replyCode, message.fields.replyText, text(message));
  },

  async rpc(channel) {
    const [requests, replies] = [await ownQueue(channel), await ownQueue(channel)];
    await publish(channel, '', requests, 'ping', { replyTo: replies, correlationId: '42' });
    const request = await get(channel, requests);
    const { replyTo, correlationId } = request.properties;
    await publish(channel, '', replyTo, `pong for ${text(request)}`, { correlationId });
    const reply = await (await consume(channel, replies))();
    console.log(reply.properties.correlationId, text(reply));
  },

  async fanout(channel) {
    const queues = [await ownQueue(channel), await ownQueue(channel)];
    const { exchange } = await channel.assertExchange(`fanout.${queues[0]}`, 'fanout', { autoDelete: true });
    for (const queue of queues) {
      await channel.bindQueue(queue, exchange, '');
    }
    await publish(channel, exchange, '', 'news');
    for (const queue of queues) {
      console.log(text(await get(channel, queue)));
    }
  },

  async topic(channel) {
    const queue = await ownQueue(channel);
    await channel.bindQueue(queue, 'amq.topic', `${queue}.*.error`);
    for (const key of ['disk.error', 'disk.info', 'a.b.error']) {
      await publish(channel, 'amq.topic', `${queue}.${key}`, key);
    }
    console.log(text(await get(channel, queue)));
    console.log('left:', await ready(channel, queue));
  },

  async properties(channel) {
    const queue = await ownQueue(channel);
    await publish(channel, '', queue, 'body', {
      contentType: 'text/plain', deliveryMode: 2, priority: 3, correlationId: 'c', replyTo: 'r', expiration: '60000',
      messageId: 'm', timestamp: 1700000000, type: 't', appId: 'a',
      headers: { text: 'x', number: 7, flag: true, list: [1, 2], table: { k: 'v' } },
    });
    const got = (await get(channel, queue)).properties;
    console.log(
      got.contentType, got.deliveryMode, got.priority, got.correlationId, got.replyTo, got.expiration,
      got.messageId, got.timestamp, got.type, got.appId);
    console.log(got.headers.text, got.headers.number, got.headers.flag, got.headers.list.join(','), got.headers.table.k);
  },

  async redelivery(channel) {
    const queue = await ownQueue(channel);
    await publish(channel, '', queue, 'again');
    const message = await get(channel, queue, { noAck: false });
    console.log(text(message), message.fields.redelivered);
    channel.nack(message);
    const again = await get(channel, queue);
    console.log(text(again), again.fields.redelivered);
  },

  async prefetch(channel) {
    const queue = await ownQueue(channel);
    await publish(channel, '', queue, '1');
    await publish(channel, '', queue, '2');
    await channel.prefetch(1);
    const next = await consume(channel, queue);
    const message = await next();
    console.log(text(message));
    console.log('ready:', await ready(channel, queue));
    channel.ack(message);
    console.log(text(await next()));
  },

  async 'large-message'(channel) {
    const queue = await ownQueue(channel);
    const body = Buffer.alloc(1048576, Buffer.from([...Array(256).keys()]));
    await publish(channel, '', queue, body);
    const { content } = await get(channel, queue);
    console.log(content.length, content.equals(body));
  },
};

const [uri, scenario] = process.argv.slice(2);
const connection = await amqplib.connect(uri);
await scenarios[scenario](await connection.createConfirmChannel());
await connection.close();
