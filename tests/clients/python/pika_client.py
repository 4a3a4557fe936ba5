"""Plays one scenario with pika; see ../README.md."""

import sys

import pika
import pika.exceptions


def publish_and_consume(connection):
    channel = connection.channel()
    channel.confirm_delivery()
    queue = channel.queue_declare("", exclusive=True).method.queue
    for number in range(10):
        properties = pika.BasicProperties(delivery_mode=2, headers={"number": number})
        channel.basic_publish("", queue, f"message {number}", properties, mandatory=True)
    for method, properties, body in channel.consume(queue, inactivity_timeout=30):
        if method is None:
            raise SystemExit("no delivery in time")
        assert properties.headers["number"] == int(body.split()[-1])
        print(body.decode())
        channel.basic_ack(method.delivery_tag)
        if body == b"message 9":
            break
    channel.cancel()
    print("left:", channel.queue_declare(queue, passive=True).method.message_count)


def missing_exchange(connection):
    channel = connection.channel()
    channel.confirm_delivery()
    try:
        channel.basic_publish("missing", "key", "lost")
    except pika.exceptions.ChannelClosedByBroker as closed:
        print(closed.reply_code, closed.reply_text)


def unroutable(connection):
    channel = connection.channel()
    channel.confirm_delivery()
    try:
        channel.basic_publish("amq.direct", "nowhere", "back", mandatory=True)
    except pika.exceptions.UnroutableError as returned:
        message = returned.messages[0]
        print(message.method.reply_code, message.method.reply_text, message.body.decode())


def direct_reply(connection):
    channel = connection.channel()
    queue = channel.queue_declare("", exclusive=True).method.queue
    answers = []

    def on_request(_, method, properties, body):
        answer = pika.BasicProperties(correlation_id=properties.correlation_id)
        channel.basic_publish("", properties.reply_to, b"answer " + body, answer)

    def on_answer(_, method, properties, body):
        answers.append(body)
        print(body.decode(), "to", properties.correlation_id)

    channel.basic_consume("amq.rabbitmq.reply-to", on_answer, auto_ack=True)
    channel.basic_consume(queue, on_request, auto_ack=True)
    for number in range(10):
        properties = pika.BasicProperties(reply_to="amq.rabbitmq.reply-to", correlation_id=f"question {number}")
        channel.basic_publish("", queue, f"{number}", properties)
    while len(answers) < 10:
        connection.process_data_events(time_limit=30)


SCENARIOS = {
    "direct-reply": direct_reply,
    "publish-and-consume": publish_and_consume,
    "missing-exchange": missing_exchange,
    "unroutable": unroutable,
}


def main(uri, scenario):
    connection = pika.BlockingConnection(pika.URLParameters(uri + "/%2F"))
    SCENARIOS[scenario](connection)
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
