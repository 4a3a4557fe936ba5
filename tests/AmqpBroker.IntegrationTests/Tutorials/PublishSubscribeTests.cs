using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Tutorials;

public sealed class PublishSubscribeTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Every_subscriber_gets_a_copy(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var logs = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        var screen = await client.DeclareBoundQueueAsync(logs, string.Empty, cancellationToken);
        var file = await client.DeclareBoundQueueAsync(logs, string.Empty, cancellationToken);

        await client.PublishAsync(logs, "ignored by a fanout", "something happened", cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.DrainAsync(screen, cancellationToken), Is.EqualTo(new[] { "something happened" }));
            Assert.That(await client.DrainAsync(file, cancellationToken), Is.EqualTo(new[] { "something happened" }));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_subscriber_sees_nothing_published_before_it_came(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var logs = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        await client.PublishAsync(logs, string.Empty, "early", cancellationToken);
        var late = await client.DeclareBoundQueueAsync(logs, string.Empty, cancellationToken);

        await client.PublishAsync(logs, string.Empty, "in time", cancellationToken);

        Assert.That(await client.DrainAsync(late, cancellationToken), Is.EqualTo(new[] { "in time" }));
    }
}
