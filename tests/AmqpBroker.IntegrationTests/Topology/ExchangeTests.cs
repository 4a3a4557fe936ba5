using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Topology;

public sealed class ExchangeTests
{
    [TestCase("amq.direct", ExchangeType.Direct)]
    [TestCase("amq.fanout", ExchangeType.Fanout)]
    [TestCase("amq.topic", ExchangeType.Topic)]
    [TestCase("amq.headers", ExchangeType.Headers)]
    [TestCase("amq.match", ExchangeType.Headers)]
    [CancelAfter(Deadline.Normal)]
    public async Task The_predeclared_exchanges_are_there(string name, string type, CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        await client.Channel.ExchangeDeclarePassiveAsync(name, cancellationToken);
        await client.Channel.ExchangeDeclareAsync(name, type, durable: true, cancellationToken: cancellationToken);

        Assert.That(client.Channel.IsOpen);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Messages_follow_bindings_between_exchanges(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var source = await client.DeclareExchangeAsync(ExchangeType.Topic, cancellationToken);
        var middle = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        var last = await client.DeclareExchangeAsync(ExchangeType.Direct, cancellationToken);
        await client.Channel.ExchangeBindAsync(middle, source, "a.#", cancellationToken: cancellationToken);
        await client.Channel.ExchangeBindAsync(last, middle, string.Empty, cancellationToken: cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(last, "a.b", cancellationToken);
        var inbox = await client.ConsumeAsync(queue, cancellationToken);

        await client.PublishAsync(source, "a.c", "wrong key at the end", cancellationToken);
        await client.PublishAsync(source, "x.b", "wrong key at the start", cancellationToken);
        await client.PublishAsync(source, "a.b", "through", cancellationToken);

        var delivery = await inbox.NextAsync(cancellationToken);
        Assert.That((delivery.Text, delivery.Exchange, delivery.RoutingKey), Is.EqualTo(("through", source, "a.b")));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Exchanges_bound_in_a_circle_deliver_once(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var first = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        var second = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        await client.Channel.ExchangeBindAsync(second, first, string.Empty, cancellationToken: cancellationToken);
        await client.Channel.ExchangeBindAsync(first, second, string.Empty, cancellationToken: cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(first, string.Empty, cancellationToken);
        await client.Channel.QueueBindAsync(queue, second, string.Empty, cancellationToken: cancellationToken);

        await client.PublishAsync(first, string.Empty, "once", cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "once" }));
        await client.Channel.ExchangeDeleteAsync(first, cancellationToken: cancellationToken);
        await client.Channel.ExchangeDeleteAsync(second, cancellationToken: cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_unbound_exchange_gets_nothing_more(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var source = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        var target = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(target, string.Empty, cancellationToken);
        await client.Channel.ExchangeBindAsync(target, source, "one", cancellationToken: cancellationToken);
        await client.Channel.ExchangeBindAsync(target, source, "two", cancellationToken: cancellationToken);
        await client.Channel.ExchangeUnbindAsync(target, source, "one", cancellationToken: cancellationToken);
        await client.PublishAsync(source, string.Empty, "by the second binding", cancellationToken);

        await client.Channel.QueueBindAsync(await client.DeclareQueueAsync(cancellationToken), source, string.Empty, cancellationToken: cancellationToken);
        await client.Channel.ExchangeUnbindAsync(target, source, "two", cancellationToken: cancellationToken);
        await client.PublishAsync(source, string.Empty, "too late", cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "by the second binding" }));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_auto_delete_exchange_goes_with_its_last_binding(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await client.DeclareExchangeAsync(ExchangeType.Direct, cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(exchange, "key", cancellationToken);

        await client.Channel.QueueUnbindAsync(queue, exchange, "key", cancellationToken: cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.ExchangeDeclarePassiveAsync(exchange, cancellationToken),
            404,
            $"NOT_FOUND - no exchange '{exchange}' in vhost '/'",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_exchange_with_bindings_is_not_deleted_if_it_must_be_unused(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await client.DeclareExchangeAsync(ExchangeType.Direct, cancellationToken);
        await client.DeclareBoundQueueAsync(exchange, "key", cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.ExchangeDeleteAsync(exchange, ifUnused: true, cancellationToken: cancellationToken),
            406,
            $"PRECONDITION_FAILED - exchange '{exchange}' in vhost '/' in use",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_internal_exchange_takes_messages_from_exchanges_only(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var source = await client.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        var inner = await DeclareInternalAsync(client, cancellationToken);
        await client.Channel.ExchangeBindAsync(inner, source, string.Empty, cancellationToken: cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(inner, string.Empty, cancellationToken);

        await client.PublishAsync(source, string.Empty, "by the front door", cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "by the front door" }));
        await ClosingReason.OfUnansweredAsync(
            async channel => await channel.BasicPublishAsync(inner, string.Empty, new byte[1], cancellationToken),
            403,
            $"ACCESS_REFUSED - cannot publish to internal exchange '{inner}' in vhost '/'",
            client,
            cancellationToken);
    }

    /// <summary>The client's own declare knows no internal exchanges, so this one speaks the wire.</summary>
    private static async Task<string> DeclareInternalAsync(TestClient client, CancellationToken cancellationToken)
    {
        var name = Unique.Name("internal");
        await using var raw = await RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);
        var declare = new ExchangeDeclare(
            name, ExchangeType.Fanout, Passive: false, Durable: false, AutoDelete: true, Internal: true, NoWait: false, FieldTable.Empty);
        await raw.CallAsync<ExchangeDeclare, ExchangeDeclareOk>(1, declare, cancellationToken);
        return name;
    }
}
