using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Restarts;

public sealed class TopologyRestartTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Durable_exchange_queue_and_binding_survive(
        [Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.Channel.ExchangeDeclareAsync("orders", ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
            await before.DeclareQueueAsync("bills", cancellationToken);
            await before.Channel.QueueBindAsync("bills", "orders", "paid.#", cancellationToken: cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        await client.PublishAsync("orders", "paid.today", ["1"], cancellationToken);
        Assert.That(await client.DrainAsync("bills", cancellationToken), Is.EqualTo(["1"]));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_is_transient_does_not_survive([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.Channel.ExchangeDeclareAsync("transient", ExchangeType.Direct, durable: false, cancellationToken: cancellationToken);
            await before.Channel.ExchangeDeclareAsync("durable", ExchangeType.Direct, durable: true, cancellationToken: cancellationToken);
            await before.DeclareQueueAsync("transient", cancellationToken, isDurable: false);
            await before.DeclareQueueAsync("durable", cancellationToken);
            await before.Channel.QueueDeclareAsync("exclusive", durable: true, exclusive: true, autoDelete: false, cancellationToken: cancellationToken);
            await before.Channel.QueueBindAsync("durable", "transient", "key", cancellationToken: cancellationToken);
            await before.Channel.QueueBindAsync("transient", "durable", "key", cancellationToken: cancellationToken);
            await broker.RestartAsync(ending, cancellationToken);
        }

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.HasExchangeAsync("durable", cancellationToken), Is.True);
            Assert.That(await client.HasQueueAsync("durable", cancellationToken), Is.True);
            Assert.That(await client.HasExchangeAsync("transient", cancellationToken), Is.False);
            Assert.That(await client.HasQueueAsync("transient", cancellationToken), Is.False);
            Assert.That(await client.HasQueueAsync("exclusive", cancellationToken), Is.False);
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_was_deleted_stays_deleted([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.Channel.ExchangeDeclareAsync("orders", ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await before.Channel.ExchangeDeclareAsync("gone", ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await before.DeclareQueueAsync("gone", cancellationToken);
            await before.DeclareQueueAsync("unbound", cancellationToken);
            await before.Channel.QueueBindAsync("unbound", "orders", string.Empty, cancellationToken: cancellationToken);
            await before.PublishAsync(string.Empty, "gone", ["1", "2"], cancellationToken);
            await before.Channel.QueueUnbindAsync("unbound", "orders", string.Empty, cancellationToken: cancellationToken);
            await before.Channel.QueueDeleteAsync("gone", cancellationToken: cancellationToken);
            await before.Channel.ExchangeDeleteAsync("gone", cancellationToken: cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        await client.Channel.BasicPublishAsync("orders", string.Empty, "lost"u8.ToArray(), cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.HasQueueAsync("gone", cancellationToken), Is.False);
            Assert.That(await client.HasExchangeAsync("gone", cancellationToken), Is.False);
            Assert.That(await client.Channel.MessageCountAsync("unbound", cancellationToken), Is.Zero);
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_queue_declared_again_does_not_inherit_messages([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.DeclareQueueAsync("again", cancellationToken);
            await before.PublishAsync(string.Empty, "again", ["1", "2", "3"], cancellationToken);
            await before.Channel.QueueDeleteAsync("again", cancellationToken: cancellationToken);
            await before.DeclareQueueAsync("again", cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.DrainAsync("again", cancellationToken), Is.Empty);
    }
}
