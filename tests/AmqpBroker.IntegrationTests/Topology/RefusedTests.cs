using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Topology;

/// <summary>What the official client's users see when they ask for something that is not to be had.</summary>
public sealed class RefusedTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Publishing_to_a_missing_exchange_closes_the_channel(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        await ClosingReason.OfUnansweredAsync(
            async channel => await channel.BasicPublishAsync("missing", "key", new byte[1], cancellationToken),
            404,
            "NOT_FOUND - no exchange 'missing' in vhost '/'",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Acknowledging_an_unknown_delivery_closes_the_channel(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        await ClosingReason.OfUnansweredAsync(
            async channel => await channel.BasicAckAsync(42, multiple: false, cancellationToken),
            406,
            "PRECONDITION_FAILED - unknown delivery tag 42",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Acknowledging_twice_closes_the_channel(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1"], cancellationToken);

        await ClosingReason.OfUnansweredAsync(
            async channel =>
            {
                var message = await channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
                await channel.BasicAckAsync(message!.DeliveryTag, multiple: false, cancellationToken);
                await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            },
            406,
            "PRECONDITION_FAILED - unknown delivery tag 1",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Declaring_a_queue_otherwise_than_it_is_closes_the_channel(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareSharedQueueAsync(cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: true, cancellationToken: cancellationToken),
            406,
            $"PRECONDITION_FAILED - inequivalent arg 'durable' for queue '{queue}' in vhost '/': received 'true' but current is 'false'",
            client,
            cancellationToken);
        await client.Channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Declaring_an_exchange_otherwise_than_it_is_closes_the_channel(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.ExchangeDeclareAsync("amq.direct", ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken),
            406,
            "PRECONDITION_FAILED - inequivalent arg 'type' for exchange 'amq.direct' in vhost '/': received 'fanout' but current is 'direct'",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Using_another_connections_exclusive_queue_closes_the_channel(CancellationToken cancellationToken)
    {
        await using var owner = await TestClient.ConnectAsync(cancellationToken);
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await owner.DeclareQueueAsync(cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.BasicConsumeAsync(queue, autoAck: true, new Inbox(channel), cancellationToken),
            405,
            $"RESOURCE_LOCKED - cannot obtain exclusive access to locked queue '{queue}' in vhost '/'. It could be originally declared on another connection or the exclusive property value does not match that of the original declaration.",
            client,
            cancellationToken);
    }

    [TestCase("queue")]
    [TestCase("exchange")]
    [CancelAfter(Deadline.Normal)]
    public async Task Declaring_passively_what_is_not_there_closes_the_channel(string what, CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        await ClosingReason.OfAsync(
            async channel =>
            {
                if (what == "queue")
                {
                    await channel.QueueDeclarePassiveAsync("missing", cancellationToken);
                }
                else
                {
                    await channel.ExchangeDeclarePassiveAsync("missing", cancellationToken);
                }
            },
            404,
            $"NOT_FOUND - no {what} 'missing' in vhost '/'",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Names_with_the_reserved_prefix_are_refused(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.QueueDeclareAsync("amq.mine", cancellationToken: cancellationToken),
            403,
            "ACCESS_REFUSED - queue name 'amq.mine' contains reserved prefix 'amq.*'",
            client,
            cancellationToken);
    }
}
