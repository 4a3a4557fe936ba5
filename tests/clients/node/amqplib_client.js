// Plays one scenario with amqplib; see ../README.md.

import { once } from 'node:events';
import amqplib from 'amqplib';

async function publishAndConsume(connection) {
  const channel = await connection.createConfirmChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  for (let number = 0; number < 10; number++) {
    const options = { persistent: true, mandatory: true, headers: { number } };
    channel.sendToQueue(queue, Buffer.from(`message ${number}`), options);
  }
  await channel.waitForConfirms();

  await new Promise((resolve, reject) => {
    const onMessage = (message) => {
      const text = message.content.toString();
      if (message.properties.headers.number !== Number(text.split(' ')[1])) {
        reject(new Error(`wrong header on ${text}`));
      }
      console.log(text);
      channel.ack(message);
      if (text === 'message 9') {
        resolve();
      }
    };
    channel.consume(queue, onMessage, { consumerTag: 'only' }).catch(reject);
  });
  await channel.cancel('only');
  const { messageCount } = await channel.checkQueue(queue);
  console.log('left:', messageCount);
}

async function missingExchange(connection) {
  const channel = await connection.createConfirmChannel();
  const failed = new Promise((resolve) => channel.on('error', resolve));
  channel.publish('missing', 'key', Buffer.from('lost'));
  const error = await failed;
  console.log(error.code, error.message);
}

async function unroutable(connection) {
  const channel = await connection.createConfirmChannel();
  const returned = once(channel, 'return');
  channel.publish('amq.direct', 'nowhere', Buffer.from('back'), { mandatory: true });
  const [message] = await returned;
  await channel.waitForConfirms();
  console.log(message.fields.replyCode, message.fields.replyText, message.content.toString());
}

async function directReply(connection) {
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  const replyTo = 'amq.rabbitmq.reply-to';
  let answers = 0;
  await new Promise((resolve, reject) => {
    const onRequest = ({ content, properties }) => {
      const { correlationId } = properties;
      channel.sendToQueue(properties.replyTo, Buffer.from(`answer ${content}`), { correlationId });
    };
    const onAnswer = ({ content, properties }) => {
      console.log(content.toString(), 'to', properties.correlationId);
      answers += 1;
      if (answers === 10) {
        resolve();
      }
    };
    const ask = async () => {
      await channel.consume(replyTo, onAnswer, { noAck: true });
      await channel.consume(queue, onRequest, { noAck: true });
      for (let number = 0; number < 10; number++) {
        channel.sendToQueue(queue, Buffer.from(`${number}`), { replyTo, correlationId: `question ${number}` });
      }
    };
    ask().catch(reject);
  });
}

const scenarios = {
  'direct-reply': directReply,
  'publish-and-consume': publishAndConsume,
  'missing-exchange': missingExchange,
  unroutable,
};

const [uri, scenario] = process.argv.slice(2);
const connection = await amqplib.connect(uri);
await scenarios[scenario](connection);
await connection.close();
