using System.Diagnostics;
using AmqpBroker.ConformanceTests.Target;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The exchange type x-delayed-message, which RabbitMQ has only as a plug-in of its community.</summary>
[HereOnly]
public sealed class DelayedMessages : FeatureRules
{
    [Test]
    public async Task Come_after_their_time()
    {
        var (exchange, queue) = await DelayingAsync();
        var began = Stopwatch.GetTimestamp();

        await PublishAsync(exchange, "key", "late", new BasicProperties { Headers = Arguments(("x-delay", 300)) });

        await ExpectAsync(queue);
        await ExpectEventuallyAsync(queue, "late");
        Assert.That(Stopwatch.GetElapsedTime(began), Is.GreaterThan(TimeSpan.FromMilliseconds(290)));
    }

    [Test]
    public async Task Come_in_the_order_of_their_times()
    {
        var (exchange, queue) = await DelayingAsync();

        await PublishAsync(exchange, "key", "later", new BasicProperties { Headers = Arguments(("x-delay", 600)) });
        await PublishAsync(exchange, "key", "late", new BasicProperties { Headers = Arguments(("x-delay", 100)) });

        await ExpectEventuallyAsync(queue, "late", "later");
    }

    [Test]
    public async Task Without_a_time_come_at_once()
    {
        var (exchange, queue) = await DelayingAsync();

        await PublishAsync(exchange, "key", "text");

        await ExpectEventuallyAsync(queue, "text");
    }

    private async Task<(string Exchange, string Queue)> DelayingAsync()
    {
        var exchange = await ExchangeAsync("x-delayed-message", "x", ("x-delayed-type", "direct"));
        return (exchange, await BoundQueueAsync("q", exchange, "key"));
    }
}
