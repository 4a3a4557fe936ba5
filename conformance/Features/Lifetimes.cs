using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>When exclusive and auto-delete queues and exchanges go.</summary>
public sealed class Lifetimes : FeatureRules
{
    [Test]
    public async Task An_exclusive_queue_goes_with_its_connection()
    {
        var queue = $"{Name}.owned";
        await using (var owner = await ConnectAsync())
        {
            await using var channel = await owner.CreateChannelAsync();
            await channel.QueueDeclareAsync(queue, durable: false, exclusive: true, autoDelete: false);
        }

        Assert.That(await QueueExistsAsync(queue), Is.False);
    }

    [Test]
    public async Task An_exclusive_queue_stays_when_its_channel_closes()
    {
        var queue = $"{Name}.owned";
        await using (var channel = await OpenChannelAsync())
        {
            await channel.QueueDeclareAsync(queue, durable: false, exclusive: true, autoDelete: false);
        }

        Assert.That(await QueueExistsAsync(queue));
    }

    [Test]
    public async Task An_auto_delete_queue_goes_with_its_last_consumer()
    {
        var queue = await AutoDeleteQueueAsync();
        var a = await ConsumeAsync(queue);
        var b = await ConsumeAsync(queue);

        await Channel.BasicCancelAsync(a.Tag);
        Assert.That(await QueueExistsAsync(queue));
        await Channel.BasicCancelAsync(b.Tag);

        await EventuallyAsync(async () => !await QueueExistsAsync(queue), "the queue goes");
    }

    [Test]
    public async Task An_auto_delete_queue_goes_when_the_channel_of_its_consumer_closes()
    {
        var queue = await AutoDeleteQueueAsync();
        await using (var channel = await OpenChannelAsync())
        {
            await ConsumeAsync(channel, queue);
        }

        await EventuallyAsync(async () => !await QueueExistsAsync(queue), "the queue goes");
    }

    [Test]
    public async Task An_auto_delete_queue_that_never_had_a_consumer_stays()
    {
        var queue = await AutoDeleteQueueAsync();
        await FillAsync(queue, "text");
        await GetAsync(queue);

        Assert.That(await QueueExistsAsync(queue));
        await Channel.QueueDeleteAsync(queue);
    }

    [Test]
    public async Task An_auto_delete_exchange_goes_with_its_last_binding()
    {
        var exchange = await AutoDeleteExchangeAsync();
        var queue = await BoundQueueAsync("q", exchange, "a");
        await Channel.QueueBindAsync(queue, exchange, "b");

        await Channel.QueueUnbindAsync(queue, exchange, "a");
        Assert.That(await ExchangeExistsAsync(exchange));
        await Channel.QueueUnbindAsync(queue, exchange, "b");

        Assert.That(await ExchangeExistsAsync(exchange), Is.False);
    }

    [Test]
    public async Task An_auto_delete_exchange_goes_with_its_last_queue()
    {
        var exchange = await AutoDeleteExchangeAsync();
        var queue = await BoundQueueAsync("q", exchange, "a");

        await Channel.QueueDeleteAsync(queue);

        Assert.That(await ExchangeExistsAsync(exchange), Is.False);
    }

    [Test]
    public async Task An_auto_delete_exchange_that_never_was_a_source_stays()
    {
        var exchange = await AutoDeleteExchangeAsync();
        await Channel.ExchangeBindAsync(exchange, "amq.fanout", Name);

        await Channel.ExchangeUnbindAsync(exchange, "amq.fanout", Name);

        Assert.That(await ExchangeExistsAsync(exchange));
        await Channel.ExchangeDeleteAsync(exchange);
    }

    [Test]
    public async Task An_auto_delete_exchange_goes_with_the_exchange_it_leads_to()
    {
        var exchange = await AutoDeleteExchangeAsync();
        var destination = await ExchangeAsync("fanout");
        await Channel.ExchangeBindAsync(destination, exchange, "key");

        await Channel.ExchangeDeleteAsync(destination);

        Assert.That(await ExchangeExistsAsync(exchange), Is.False);
    }

    [Test]
    public async Task An_auto_delete_exchange_goes_with_an_exclusive_queue_whose_connection_closes()
    {
        var exchange = await AutoDeleteExchangeAsync();
        await using (var owner = await ConnectAsync())
        {
            await using var channel = await owner.CreateChannelAsync();
            var queue = await channel.QueueDeclareAsync();
            await channel.QueueBindAsync(queue.QueueName, exchange, "key");
        }

        await EventuallyAsync(async () => !await ExchangeExistsAsync(exchange), "the exchange goes");
    }

    [Test]
    public async Task An_auto_delete_queue_loses_what_is_unacknowledged()
    {
        var queue = await AutoDeleteQueueAsync();
        await FillAsync(queue, "1");
        var inbox = await ConsumeAsync(queue, autoAck: false);
        var held = await inbox.NextAsync();

        await Channel.BasicCancelAsync(inbox.Tag);

        await EventuallyAsync(async () => !await QueueExistsAsync(queue), "the queue goes");
        await Channel.BasicAckAsync(held.Tag, multiple: false);
        Assert.That(await QueueExistsAsync(queue), Is.False, "and the channel lives on");
    }

    [Test]
    public async Task A_deleted_queue_that_comes_again_is_empty_and_unbound()
    {
        var exchange = await ExchangeAsync("fanout");
        var queue = await BoundQueueAsync("q", exchange, string.Empty);
        await FillAsync(queue, "1");

        await Channel.QueueDeleteAsync(queue);
        await QueueAsync();

        await PublishAsync(exchange, string.Empty, "2");
        await ExpectAsync(queue);
    }

    [Test]
    public async Task An_ack_for_a_deleted_queue_is_harmless_to_the_one_that_comes_again()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1");
        var held = await GetAsync(queue, autoAck: false);
        await Channel.QueueDeleteAsync(queue);
        await QueueAsync();
        await FillAsync(queue, "2");

        await Channel.BasicRejectAsync(held.Tag, requeue: true);

        await ExpectAsync(queue, "2");
    }

    [Test]
    public async Task A_transient_queue_outlives_its_connection()
    {
        var queue = $"{Name}.transient";
        await using (var owner = await ConnectAsync())
        {
            await using var channel = await owner.CreateChannelAsync();
            await channel.QueueDeclareAsync(queue, durable: false, exclusive: false, autoDelete: false);
        }

        Assert.That(await QueueExistsAsync(queue));
        await Channel.QueueDeleteAsync(queue);
    }

    private async Task<string> AutoDeleteQueueAsync()
    {
        var queue = $"{Name}.auto";
        await Channel.QueueDeclareAsync(queue, durable: false, exclusive: false, autoDelete: true);
        return queue;
    }

    private async Task<string> AutoDeleteExchangeAsync()
    {
        var exchange = $"{Name}.auto";
        await Channel.ExchangeDeclareAsync(exchange, "direct", durable: false, autoDelete: true);
        return exchange;
    }
}
