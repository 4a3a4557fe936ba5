using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Deduplication;

/// <summary>Queues and exchanges that drop duplicates, as with RabbitMQ's plugin.</summary>
[OwnBroker("has what is a plugin elsewhere")]
[CancelAfter(Deadline.Normal)]
public sealed class DeduplicationTests
{
    private static readonly Dictionary<string, object?> DeduplicatingQueue = new(StringComparer.Ordinal) { ["x-message-deduplication"] = true };

    [Test]
    public async Task A_duplicate_is_confirmed_and_not_there(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await DeclareAsync(client, cancellationToken);

        await PublishAsync(client, "", queue, "a", cancellationToken);
        await PublishAsync(client, "", queue, "a", cancellationToken);
        await PublishAsync(client, "", queue, "b", cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task A_message_may_come_again_once_it_is_acknowledged(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await DeclareAsync(client, cancellationToken);
        await PublishAsync(client, "", queue, "a", cancellationToken);
        var got = await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
        await PublishAsync(client, "", queue, "a", cancellationToken);
        var whileUnacked = await client.Channel.MessageCountAsync(queue, cancellationToken);

        await client.Channel.BasicAckAsync(got!.DeliveryTag, multiple: false, cancellationToken);
        await PublishAsync(client, "", queue, "a", cancellationToken);

        Assert.That((whileUnacked, await client.Channel.MessageCountAsync(queue, cancellationToken)), Is.EqualTo((0u, 1u)));
    }

    [Test]
    public async Task An_exchange_lets_each_id_through_once(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await DeclareExchangeAsync(client, size: 2, cancellationToken);
        var first = await client.DeclareBoundQueueAsync(exchange, "any", cancellationToken);
        var second = await client.DeclareBoundQueueAsync(exchange, "other", cancellationToken);

        foreach (var id in (string?[])["a", "a", "b", null, null, "a", "c", "d", "a"])
        {
            await PublishAsync(client, exchange, "key", id, cancellationToken);
        }

        // c and d have pushed out a.
        var expected = new[] { "a", "b", "none", "none", "c", "d", "a" };
        Assert.That(await client.DrainAsync(first, cancellationToken), Is.EqualTo(expected));
        Assert.That(await client.DrainAsync(second, cancellationToken), Is.EqualTo(expected));
    }

    [Test]
    public async Task What_a_transaction_rolls_back_was_never_there(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await DeclareExchangeAsync(client, size: 10, cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(exchange, "", cancellationToken);
        await using var channel = await client.OpenChannelAsync(cancellationToken);
        await channel.TxSelectAsync(cancellationToken);

        await PublishAsync(channel, exchange, "", "a", cancellationToken);
        await channel.TxRollbackAsync(cancellationToken);
        await PublishAsync(channel, exchange, "", "a", cancellationToken);
        await PublishAsync(channel, exchange, "", "a", cancellationToken);
        await channel.TxCommitAsync(cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task A_transaction_may_hold_duplicates_of_its_own(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        await using var broker = await EmbeddedBroker.StartAsync(directory.FullName, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        await client.Channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, DeduplicatingQueue, cancellationToken: cancellationToken);
        await using var channel = await client.OpenChannelAsync(cancellationToken);
        await channel.TxSelectAsync(cancellationToken);

        foreach (var id in (string[])["a", "a", "b"])
        {
            await PublishAsync(channel, "", "q", id, cancellationToken);
        }

        await channel.TxCommitAsync(cancellationToken);
        await PublishAsync(client, "", "q", "a", cancellationToken);

        Assert.That(await client.DrainAsync("q", cancellationToken), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task A_message_that_a_full_queue_refuses_may_come_again(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await DeclareExchangeAsync(client, size: 10, cancellationToken);
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-max-length"] = 1, ["x-overflow"] = "reject-publish" };
        var queue = (await client.Channel.QueueDeclareAsync(autoDelete: false, arguments: arguments, cancellationToken: cancellationToken)).QueueName;
        await client.Channel.QueueBindAsync(queue, exchange, "", cancellationToken: cancellationToken);
        await PublishAsync(client, exchange, "", "a", cancellationToken);

        await Assert.ThatAsync(() => PublishAsync(client, exchange, "", "b", cancellationToken), Throws.Exception);
        var before = await client.DrainAsync(queue, cancellationToken);
        await PublishAsync(client, exchange, "", "b", cancellationToken);

        Assert.That((string.Join(' ', before), string.Join(' ', await client.DrainAsync(queue, cancellationToken))), Is.EqualTo(("a", "b")));
    }

    [Test]
    public async Task A_durable_queue_knows_its_messages_after_a_restart(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        await using (var broker = await EmbeddedBroker.StartAsync(directory.FullName, cancellationToken))
        {
            await using var client = await broker.ConnectAsync(cancellationToken);
            await client.Channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, DeduplicatingQueue, cancellationToken: cancellationToken);
            foreach (var id in (string[])["a", "b", "c"])
            {
                await PublishAsync(client, "", "q", id, cancellationToken);
            }

            await client.GetTextAsync("q", cancellationToken);
        }

        await using (var broker = await EmbeddedBroker.StartAsync(directory.FullName, cancellationToken))
        {
            await using var client = await broker.ConnectAsync(cancellationToken);
            await client.WaitForReadyAsync("q", 2, cancellationToken);
            foreach (var id in (string[])["a", "b", "c"])
            {
                await PublishAsync(client, "", "q", id, cancellationToken);
            }

            Assert.That(await client.DrainAsync("q", cancellationToken), Is.EqualTo(new[] { "b", "c", "a" }));
        }
    }

    [Test]
    public async Task Publishers_that_send_the_same_leave_each_message_there_once(CancellationToken cancellationToken)
    {
        const int ids = 300;
        using var directory = new TempDirectory();
        await using var broker = await EmbeddedBroker.StartAsync(directory.FullName, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        await client.Channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, DeduplicatingQueue, cancellationToken: cancellationToken);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishAllAsync()));

        Assert.That(await client.DrainAsync("q", cancellationToken), Is.EquivalentTo(Enumerable.Range(0, ids).Select(id => $"{id}")));

        async Task PublishAllAsync()
        {
            await using var publisher = await broker.ConnectAsync(cancellationToken);
            for (var id = 0; id < ids; id++)
            {
                // One that duplicates what is on its way at this very moment is refused, and sent again.
                while (!await TryPublishAsync(publisher, $"{id}"))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }

        async Task<bool> TryPublishAsync(TestClient publisher, string id)
        {
            try
            {
                await PublishAsync(publisher, "", "q", id, cancellationToken);
                return true;
            }
            catch (RabbitMQ.Client.Exceptions.PublishException)
            {
                return false;
            }
        }
    }

    private static async Task<string> DeclareAsync(TestClient client, CancellationToken cancellationToken) =>
        (await client.Channel.QueueDeclareAsync(autoDelete: false, arguments: DeduplicatingQueue, cancellationToken: cancellationToken)).QueueName;

    private static async Task<string> DeclareExchangeAsync(TestClient client, int size, CancellationToken cancellationToken)
    {
        var exchange = Unique.Name("deduplicating");
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-cache-size"] = size };
        await client.Channel.ExchangeDeclareAsync(exchange, "x-message-deduplication", autoDelete: true, arguments: arguments, cancellationToken: cancellationToken);
        return exchange;
    }

    private static Task PublishAsync(TestClient client, string exchange, string key, string? id, CancellationToken cancellationToken) =>
        PublishAsync(client.Channel, exchange, key, id, cancellationToken);

    private static async Task PublishAsync(IChannel channel, string exchange, string key, string? id, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties { Persistent = true };
        if (id is not null)
        {
            properties.Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-deduplication-header"] = id };
        }

        await channel.BasicPublishAsync(exchange, key, mandatory: false, properties, System.Text.Encoding.UTF8.GetBytes(id ?? "none"), cancellationToken);
    }
}
