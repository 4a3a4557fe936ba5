// Plays one scenario with @cloudamqp/amqp-client: cloudamqp_scenarios.js URI SCENARIO; see ../README.md.

let AMQPClient;
try {
  ({ AMQPClient } = await import('@cloudamqp/amqp-client'));
} catch {
  process.exit(77);
}

const ownQueue = (channel) => channel.queueDeclare('', { exclusive: true, autoDelete: false });
const ready = async (channel, queue) => (await channel.queueDeclare(queue.name, { passive: true })).messageCount;
const get = (channel, queue, noAck = true) => channel.basicGet(queue.name, { noAck });
const publish = (channel, exchange, key, body, properties = {}, mandatory = false) =>
  channel.basicPublish(exchange, key, body, properties, mandatory);

// Deliveries of a queue, one at a time.
async function consume(channel, queue) {
  const messages = [];
  const waiting = [];
  await channel.basicConsume(
    queue.name, { noAck: false }, (message) => (waiting.length > 0 ? waiting.shift()(message) : messages.push(message)));
  return () => (messages.length > 0 ? messages.shift() : new Promise((resolve) => waiting.push(resolve)));
}

const scenarios = {
  async 'publish-and-consume'(channel) {
    const queue = await ownQueue(channel);
    for (let number = 0; number < 10; number++) {
      await publish(channel, '', queue.name, `message ${number}`, { deliveryMode: 2 }, true);
    }
    const next = await consume(channel, queue);
    for (let number = 0; number < 10; number++) {
      const message = await next();
      await message.ack();
      console.log(message.bodyString());
    }
    console.log('left:', await ready(channel, queue));
  },

  async 'missing-exchange'(channel) {
    try {
      await publish(channel, 'missing', 'key', 'lost');
    } catch (error) {
      const [, words, code] = error.message.match(/: (NOT_FOUND.*) \((\d+)\)/) ?? [undefined, error.message, ''];
      console.log(code, words);
    }
  },

  async unroutable(channel) {
    const returned = new Promise((resolve) => {
      channel.onReturn = resolve;
    });
    await publish(channel, 'amq.direct', 'nowhere', 'back', {}, true);
    const message = await returned;
    console.log(message.replyCode, message.replyText, message.bodyString());
  },

  async rpc(channel) {
    const [requests, replies] = [await ownQueue(channel), await ownQueue(channel)];
    await publish(channel, '', requests.name, 'ping', { replyTo: replies.name, correlationId: '42' });
    const request = await get(channel, requests);
    const { replyTo, correlationId } = request.properties;
    await publish(channel, '', replyTo, `pong for ${request.bodyString()}`, { correlationId });
    const reply = await (await consume(channel, replies))();
    console.log(reply.properties.correlationId, reply.bodyString());
  },

  async fanout(channel) {
    const queues = [await ownQueue(channel), await ownQueue(channel)];
    const exchange = `fanout.${queues[0].name}`;
    await channel.exchangeDeclare(exchange, 'fanout', { autoDelete: true, durable: false });
    for (const queue of queues) {
      await channel.queueBind(queue.name, exchange, '');
    }
    await publish(channel, exchange, '', 'news');
    for (const queue of queues) {
      console.log((await get(channel, queue)).bodyString());
    }
  },

  async topic(channel) {
    const queue = await ownQueue(channel);
    await channel.queueBind(queue.name, 'amq.topic', `${queue.name}.*.error`);
    for (const key of ['disk.error', 'disk.info', 'a.b.error']) {
      await publish(channel, 'amq.topic', `${queue.name}.${key}`, key);
    }
    console.log((await get(channel, queue)).bodyString());
    console.log('left:', await ready(channel, queue));
  },

  async properties(channel) {
    const queue = await ownQueue(channel);
    await publish(channel, '', queue.name, 'body', {
      contentType: 'text/plain', deliveryMode: 2, priority: 3, correlationId: 'c', replyTo: 'r', expiration: '60000',
      messageId: 'm', timestamp: new Date(1700000000000), type: 't', appId: 'a',
      headers: { text: 'x', number: 7, flag: true, list: [1, 2], table: { k: 'v' } },
    });
    const got = (await get(channel, queue)).properties;
    console.log(
      got.contentType, got.deliveryMode, got.priority, got.correlationId, got.replyTo, got.expiration,
      got.messageId, got.timestamp.getTime() / 1000, got.type, got.appId);
    console.log(got.headers.text, got.headers.number, got.headers.flag, got.headers.list.join(','), got.headers.table.k);
  },

  async redelivery(channel) {
    const queue = await ownQueue(channel);
    await publish(channel, '', queue.name, 'again');
    const message = await get(channel, queue, false);
    console.log(message.bodyString(), message.redelivered);
    await message.nack(true);
    const again = await get(channel, queue);
    console.log(again.bodyString(), again.redelivered);
  },

  async prefetch(channel) {
    const queue = await ownQueue(channel);
    await publish(channel, '', queue.name, '1');
    await publish(channel, '', queue.name, '2');
    await channel.basicQos(1);
    const next = await consume(channel, queue);
    const message = await next();
    console.log(message.bodyString());
    console.log('ready:', await ready(channel, queue));
    await message.ack();
    console.log((await next()).bodyString());
  },

  async 'large-message'(channel) {
    const queue = await ownQueue(channel);
    const body = Buffer.alloc(1048576, Buffer.from([...Array(256).keys()]));
    await publish(channel, '', queue.name, body);
    const got = Buffer.from((await get(channel, queue)).body);
    console.log(got.length, got.equals(body));
  },
};

const [uri, scenario] = process.argv.slice(2);
const connection = await new AMQPClient(uri).connect();
const channel = await connection.channel();
await channel.confirmSelect();
await scenarios[scenario](channel);
await connection.close();
