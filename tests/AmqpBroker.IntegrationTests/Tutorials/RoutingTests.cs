using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Tutorials;

public sealed class RoutingTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_direct_exchange_routes_by_the_exact_key(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var logs = await client.DeclareExchangeAsync(ExchangeType.Direct, cancellationToken);
        var errors = await client.DeclareBoundQueueAsync(logs, "error", cancellationToken);
        var everything = await client.DeclareBoundQueueAsync(logs, "info", cancellationToken);
        await client.Channel.QueueBindAsync(everything, logs, "error", cancellationToken: cancellationToken);

        foreach (var severity in new[] { "info", "error", "Error", "debug" })
        {
            await client.PublishAsync(logs, severity, severity, cancellationToken);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.DrainAsync(errors, cancellationToken), Is.EqualTo(new[] { "error" }));
            Assert.That(await client.DrainAsync(everything, cancellationToken), Is.EqualTo(new[] { "info", "error" }));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_unbound_key_routes_no_more(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var logs = await client.DeclareExchangeAsync(ExchangeType.Direct, cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(logs, "info", cancellationToken);
        await client.Channel.QueueBindAsync(queue, logs, "error", cancellationToken: cancellationToken);
        await client.PublishAsync(logs, "error", "before", cancellationToken);

        await client.Channel.QueueUnbindAsync(queue, logs, "error", cancellationToken: cancellationToken);
        await client.PublishAsync(logs, "error", "after", cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "before" }));
    }
}
