using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;

namespace AmqpBroker.Server.Tests.Channels;

/// <summary>Duplicates among what a client publishes.</summary>
public sealed class DeduplicationTests
{
    private static readonly FieldTable Deduplicating = FieldTable.Of(new FieldEntry("x-message-deduplication", FieldValue.From(true)));

    [Test]
    public async Task What_one_read_brings_is_looked_at_in_its_order()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(
            1, new QueueDeclare("q", Passive: false, Durable: false, Exclusive: false, AutoDelete: false, NoWait: false, Deduplicating));
        Publish(client, "", "q", "a");
        client.Write(1, new BasicGet("q", NoAck: false));
        var got = (await client.ExpectContentAsync<BasicGetOk>(1)).Decode<BasicGetOk>();

        // Dropped, since the first is unacked; then not, since it is acknowledged.
        Publish(client, "", "q", "a");
        client.Write(1, new BasicAck(got.DeliveryTag, Multiple: false));
        Publish(client, "", "q", "a");
        Publish(client, "", "q", "a");

        Assert.That(await client.CountAsync("q"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_duplicate_of_what_is_being_written_is_refused_and_may_come_again()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        var cache = await DeclareExchangeAsync(broker, client);
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);
        var id = DeduplicationId.Read(ContentHeader.ToArray(0, Properties("a")))!; // it has one
        cache.TryBegin(id, own: null, now: 0, out _);

        Publish(client, "d", "", "a");
        Assert.That(await client.ExpectAsync<BasicNack>(1), Is.EqualTo(new BasicNack(1, Multiple: false, Requeue: false)));
        cache.Complete(id, lsn: 0);
        Publish(client, "d", "", "a");

        Assert.That((await client.ExpectAsync<BasicAck>(1)).DeliveryTag, Is.EqualTo(2));
        Assert.That(await client.CountAsync("q"), Is.Zero);
    }

    [Test]
    public async Task A_duplicate_is_no_unroutable_message()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await DeclareExchangeAsync(broker, client);
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);

        client.Publish(1, "d", "", "m"u8, mandatory: true, Properties("a"));
        await client.ExpectAsync<BasicAck>(1);
        client.Publish(1, "d", "", "m"u8, mandatory: true, Properties("a"));

        Assert.That(await client.ExpectAsync<BasicAck>(1), Is.EqualTo(new BasicAck(2, Multiple: false)));
        Assert.That(await client.CountAsync("q"), Is.EqualTo(1));
    }

    private static async Task<DeduplicationCache> DeclareExchangeAsync(BrokerUnderTest broker, TestClient client)
    {
        Assert.That(broker.Broker.TryGetVirtualHost("/", out var host), Is.True);
        Assert.That(ExchangeType.TryGet("x-message-deduplication", out var type), Is.True);
        await host!.DeclareExchangeAsync(new ExchangeDeclaration
        {
            Name = "d",
            Type = type!,
            Arguments = FieldTable.Of(new FieldEntry("x-cache-size", FieldValue.From(10))),
        });
        await client.CallAsync<QueueBind, QueueBindOk>(1, new QueueBind("q", "d", "", NoWait: false, FieldTable.Empty));
        return host.ListExchanges().Single(exchange => exchange.Name == "d").Deduplication!; // it is one
    }

    private static void Publish(TestClient client, string exchange, string key, string id) =>
        client.Publish(1, exchange, key, "m"u8, properties: Properties(id));

    private static BasicProperties Properties(string id) =>
        BasicProperties.Empty with { Headers = FieldTable.Of(new FieldEntry("x-deduplication-header", FieldValue.From(id))) };
}
