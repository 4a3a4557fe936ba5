"""Plays one scenario with py-amqp; see ../README.md."""

import sys
from urllib.parse import urlsplit

import amqp


def publish_and_consume(connection):
    channel = connection.channel()
    queue = channel.queue_declare("", exclusive=True, auto_delete=False).queue
    for number in range(10):
        message = amqp.Message(f"message {number}", delivery_mode=2, application_headers={"number": number})
        channel.basic_publish_confirm(message, "", queue, mandatory=True)
    received = []

    def on_message(message):
        assert message.headers["number"] == int(message.body.split()[-1])
        received.append(message.body)
        print(message.body)
        channel.basic_ack(message.delivery_tag)

    tag = channel.basic_consume(queue, callback=on_message)
    while len(received) < 10:
        connection.drain_events(timeout=30)
    channel.basic_cancel(tag)
    print("left:", channel.queue_declare(queue, passive=True).message_count)


def missing_exchange(connection):
    channel = connection.channel()
    try:
        channel.basic_publish_confirm(amqp.Message("lost"), "missing", "key")
    except amqp.exceptions.NotFound as closed:
        print(closed.reply_code, closed.reply_text)


def unroutable(connection):
    channel = connection.channel()
    channel.events["basic_return"].add(
        lambda error, exchange, key, message: print(error.reply_code, error.reply_text, message.body))
    channel.basic_publish_confirm(amqp.Message("back"), "amq.direct", "nowhere", mandatory=True)


def direct_reply(connection):
    channel = connection.channel()
    queue = channel.queue_declare("", exclusive=True, auto_delete=False).queue
    answers = []

    def on_request(message):
        answer = amqp.Message("answer " + message.body, correlation_id=message.correlation_id)
        channel.basic_publish(answer, "", message.reply_to)

    def on_answer(message):
        answers.append(message.body)
        print(message.body, "to", message.correlation_id)

    channel.basic_consume("amq.rabbitmq.reply-to", callback=on_answer, no_ack=True)
    channel.basic_consume(queue, callback=on_request, no_ack=True)
    for number in range(10):
        message = amqp.Message(f"{number}", reply_to="amq.rabbitmq.reply-to", correlation_id=f"question {number}")
        channel.basic_publish(message, "", queue)
    while len(answers) < 10:
        connection.drain_events(timeout=30)


SCENARIOS = {
    "direct-reply": direct_reply,
    "publish-and-consume": publish_and_consume,
    "missing-exchange": missing_exchange,
    "unroutable": unroutable,
}


def main(uri, scenario):
    parts = urlsplit(uri)
    with amqp.Connection(
        host=f"{parts.hostname}:{parts.port}",
        userid=parts.username,
        password=parts.password,
        confirm_publish=True,
    ) as connection:
        SCENARIOS[scenario](connection)


if __name__ == "__main__":
    main(*sys.argv[1:])
