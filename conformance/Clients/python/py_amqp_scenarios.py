"""Plays one scenario with py-amqp: py_amqp_scenarios.py URI SCENARIO; see ../README.md."""

import sys
import urllib.parse

try:
    import amqp
except ImportError:
    sys.exit(77)


class Inbox:
    """Deliveries of a queue, one at a time."""

    def __init__(self, channel, queue):
        self.connection, self.messages = channel.connection, []
        channel.basic_consume(queue, callback=self.messages.append)

    def next(self):
        while not self.messages:
            self.connection.drain_events(timeout=20)
        return self.messages.pop(0)


def text(message):
    return message.body if isinstance(message.body, str) else bytes(message.body).decode()


def own_queue(channel):
    return channel.queue_declare("", exclusive=True, auto_delete=False).queue


def ready(channel, queue):
    return channel.queue_declare(queue, passive=True).message_count


def publish(channel, exchange, key, body, mandatory=False, **properties):
    channel.basic_publish_confirm(amqp.Message(body, **properties), exchange=exchange, routing_key=key, mandatory=mandatory)


def publish_and_consume(channel):
    queue = own_queue(channel)
    for number in range(10):
        publish(channel, "", queue, f"message {number}", mandatory=True, delivery_mode=2)
    inbox = Inbox(channel, queue)
    for _ in range(10):
        message = inbox.next()
        channel.basic_ack(message.delivery_tag)
        print(text(message))
    print("left:", ready(channel, queue))


def missing_exchange(channel):
    try:
        publish(channel, "missing", "key", "lost")
    except amqp.exceptions.NotFound as closed:
        print(closed.reply_code, closed.reply_text)


def unroutable(channel):
    def show(code, reason, exchange, key, message):
        print(code, reason, text(message))

    channel.events["basic_return"].add(lambda failure, *arguments: show(failure.reply_code, failure.reply_text, *arguments))
    publish(channel, "amq.direct", "nowhere", "back", mandatory=True)


def rpc(channel):
    requests, replies = own_queue(channel), own_queue(channel)
    publish(channel, "", requests, "ping", reply_to=replies, correlation_id="42")
    request = channel.basic_get(requests, no_ack=True)
    publish(channel, "", request.properties["reply_to"], "pong for " + text(request),
            correlation_id=request.properties["correlation_id"])
    reply = Inbox(channel, replies).next()
    print(reply.properties["correlation_id"], text(reply))


def fanout(channel):
    queues = [own_queue(channel), own_queue(channel)]
    exchange = "fanout." + queues[0]
    channel.exchange_declare(exchange, "fanout", auto_delete=True)
    for queue in queues:
        channel.queue_bind(queue, exchange)
    publish(channel, exchange, "", "news")
    for queue in queues:
        print(text(channel.basic_get(queue, no_ack=True)))


def topic(channel):
    queue = own_queue(channel)
    channel.queue_bind(queue, "amq.topic", queue + ".*.error")
    for key in ("disk.error", "disk.info", "a.b.error"):
        publish(channel, "amq.topic", f"{queue}.{key}", key)
    print(text(channel.basic_get(queue, no_ack=True)))
    print("left:", ready(channel, queue))


def properties(channel):
    queue = own_queue(channel)
    headers = {"text": "x", "number": 7, "flag": True, "list": [1, 2], "table": {"k": "v"}}
    publish(channel, "", queue, "body", content_type="text/plain", delivery_mode=2, priority=3, correlation_id="c",
            reply_to="r", expiration="60000", message_id="m", timestamp=1700000000,
            type="t", app_id="a", application_headers=headers)
    got = channel.basic_get(queue, no_ack=True).properties
    print(got["content_type"], got["delivery_mode"], got["priority"], got["correlation_id"], got["reply_to"],
          got["expiration"], got["message_id"], got["timestamp"], got["type"], got["app_id"])
    seen = got["application_headers"]
    print(seen["text"], seen["number"], str(seen["flag"]).lower(), ",".join(str(item) for item in seen["list"]), seen["table"]["k"])


def redelivery(channel):
    queue = own_queue(channel)
    publish(channel, "", queue, "again")
    message = channel.basic_get(queue)
    print(text(message), str(message.delivery_info["redelivered"]).lower())
    channel.basic_reject(message.delivery_tag, requeue=True)
    message = channel.basic_get(queue, no_ack=True)
    print(text(message), str(message.delivery_info["redelivered"]).lower())


def prefetch(channel):
    queue = own_queue(channel)
    publish(channel, "", queue, "1")
    publish(channel, "", queue, "2")
    channel.basic_qos(0, 1, False)
    inbox = Inbox(channel, queue)
    message = inbox.next()
    print(text(message))
    print("ready:", ready(channel, queue))
    channel.basic_ack(message.delivery_tag)
    print(text(inbox.next()))


def large_message(channel):
    queue = own_queue(channel)
    body = bytes(range(256)) * 4096
    publish(channel, "", queue, body)
    got = channel.basic_get(queue, no_ack=True).body
    print(len(got), str(bytes(got) == body).lower())


def main(uri, scenario):
    parts = urllib.parse.urlsplit(uri)
    connection = amqp.Connection(
        f"{parts.hostname}:{parts.port}", userid=parts.username, password=parts.password,
        virtual_host=urllib.parse.unquote(parts.path[1:]), confirm_publish=True)
    connection.connect()
    globals()[scenario.replace("-", "_")](connection.channel())
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
