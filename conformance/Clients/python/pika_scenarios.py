"""Plays one scenario with pika: pika_scenarios.py URI SCENARIO; see ../README.md."""

import sys

try:
    import pika
    import pika.exceptions
except ImportError:
    sys.exit(77)


def next_message(channel, queue):
    for method, properties, body in channel.consume(queue, inactivity_timeout=20):
        if method is None:
            sys.exit("no delivery in time")
        return method, properties, body


def own_queue(channel):
    return channel.queue_declare("", exclusive=True).method.queue


def ready(channel, queue):
    return channel.queue_declare(queue, passive=True).method.message_count


def publish_and_consume(connection, channel):
    queue = own_queue(channel)
    for number in range(10):
        channel.basic_publish("", queue, f"message {number}", pika.BasicProperties(delivery_mode=2), mandatory=True)
    for _ in range(10):
        method, _, body = next_message(channel, queue)
        channel.basic_ack(method.delivery_tag)
        print(body.decode())
    channel.cancel()
    print("left:", ready(channel, queue))


def missing_exchange(connection, channel):
    try:
        channel.basic_publish("missing", "key", "lost")
    except pika.exceptions.ChannelClosedByBroker as closed:
        print(closed.reply_code, closed.reply_text)


def unroutable(connection, channel):
    try:
        channel.basic_publish("amq.direct", "nowhere", "back", mandatory=True)
    except pika.exceptions.UnroutableError as returned:
        message = returned.messages[0]
        print(message.method.reply_code, message.method.reply_text, message.body.decode())


def rpc(connection, channel):
    requests, replies = own_queue(channel), own_queue(channel)
    properties = pika.BasicProperties(reply_to=replies, correlation_id="42")
    channel.basic_publish("", requests, "ping", properties)
    _, request, body = channel.basic_get(requests, auto_ack=True)
    answer = pika.BasicProperties(correlation_id=request.correlation_id)
    channel.basic_publish("", request.reply_to, b"pong for " + body, answer)
    _, reply, body = next_message(channel, replies)
    print(reply.correlation_id, body.decode())


def fanout(connection, channel):
    queues = [own_queue(channel), own_queue(channel)]
    exchange = "fanout." + queues[0]
    channel.exchange_declare(exchange, "fanout", auto_delete=True)
    for queue in queues:
        channel.queue_bind(queue, exchange)
    channel.basic_publish(exchange, "", "news")
    for queue in queues:
        print(channel.basic_get(queue, auto_ack=True)[2].decode())


def topic(connection, channel):
    queue = own_queue(channel)
    channel.queue_bind(queue, "amq.topic", queue + ".*.error")
    for key in ("disk.error", "disk.info", "a.b.error"):
        channel.basic_publish("amq.topic", f"{queue}.{key}", key)
    print(channel.basic_get(queue, auto_ack=True)[2].decode())
    print("left:", ready(channel, queue))


def properties(connection, channel):
    queue = own_queue(channel)
    headers = {"text": "x", "number": 7, "flag": True, "list": [1, 2], "table": {"k": "v"}}
    sent = pika.BasicProperties(
        content_type="text/plain", delivery_mode=2, priority=3, correlation_id="c", reply_to="r", expiration="60000",
        message_id="m", timestamp=1700000000, type="t", app_id="a", headers=headers)
    channel.basic_publish("", queue, "body", sent)
    _, got, _ = channel.basic_get(queue, auto_ack=True)
    print(got.content_type, got.delivery_mode, got.priority, got.correlation_id, got.reply_to, got.expiration,
          got.message_id, got.timestamp, got.type, got.app_id)
    print(got.headers["text"], got.headers["number"], str(got.headers["flag"]).lower(),
          ",".join(str(item) for item in got.headers["list"]), got.headers["table"]["k"])


def redelivery(connection, channel):
    queue = own_queue(channel)
    channel.basic_publish("", queue, "again")
    method, _, body = channel.basic_get(queue)
    print(body.decode(), str(method.redelivered).lower())
    channel.basic_nack(method.delivery_tag, requeue=True)
    method, _, body = channel.basic_get(queue, auto_ack=True)
    print(body.decode(), str(method.redelivered).lower())


def prefetch(connection, channel):
    queue = own_queue(channel)
    channel.basic_publish("", queue, "1")
    channel.basic_publish("", queue, "2")
    channel.basic_qos(prefetch_count=1)
    method, _, body = next_message(channel, queue)
    print(body.decode())
    print("ready:", ready(channel, queue))
    channel.basic_ack(method.delivery_tag)
    print(next_message(channel, queue)[2].decode())


def large_message(connection, channel):
    queue = own_queue(channel)
    body = bytes(range(256)) * 4096
    channel.basic_publish("", queue, body)
    got = channel.basic_get(queue, auto_ack=True)[2]
    print(len(got), str(got == body).lower())


def main(uri, scenario):
    connection = pika.BlockingConnection(pika.URLParameters(uri))
    channel = connection.channel()
    channel.confirm_delivery()
    globals()[scenario.replace("-", "_")](connection, channel)
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
