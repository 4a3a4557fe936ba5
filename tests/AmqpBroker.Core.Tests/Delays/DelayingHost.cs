using AmqpBroker.Core.DeadLetters;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Delays;

/// <summary>A virtual host with a delayed-message exchange "x", whose clock stands still until the test moves it.</summary>
internal sealed class DelayingHost
{
    private readonly TimedQueues _timed = new();

    public DelayingHost(string type = "direct") => Declare("x", type);

    public VirtualHost Host => _timed.Host;

    public long Pending => Host.ListExchanges().First(exchange => exchange.Name == "x").Delay?.Count().Ready ?? -1;

    public ClassicQueue Queue(string name, string exchange = "x", string key = "k")
    {
        var queue = _timed.Declare(name);
        Host.Bind(name, exchange, key);
        return queue;
    }

    public void Declare(string exchange, string type, string? alternate = null) => Host.DeclareExchange(new ExchangeDeclaration
    {
        Name = exchange,
        Type = ExchangeType.Get("x-delayed-message"),
        Arguments = alternate is null
            ? Declared.Arguments(("x-delayed-type", FieldValue.From(type)))
            : Declared.Arguments(("x-delayed-type", FieldValue.From(type)), ("alternate-exchange", FieldValue.From(alternate))),
    });

    /// <summary>Publishes to "x" a message whose body is a number.</summary>
    /// <returns>Whether it found a place.</returns>
    public bool Publish(int number, FieldValue? delay = null, string exchange = "x", BasicProperties? properties = null)
    {
        properties ??= BasicProperties.Empty;
        if (delay is { } value)
        {
            properties = properties with { Headers = (properties.Headers ?? FieldTable.Empty).ToBuilder().Set("x-delay", value).Build() };
        }

        var headers = properties.Headers ?? FieldTable.Empty;
        string[] keys = ["k", .. CarbonCopies.KeysOf(headers, CarbonCopies.Visible)];
        var route = Host.Route(exchange, keys, properties, Declared.WireBytes(exchange, "k"));
        var body = Numbered.Message(number).Body;
        PublishedMessage message = new()
        {
            Header = ContentHeader.ToArray((ulong)body.Length, properties),
            Body = body,
            Priority = properties.Priority ?? 0,
            ExpiresAfterMilliseconds = properties.Expiration is { } expiration ? int.Parse(expiration, null) : -1,
        };
        foreach (var queue in route.Queues)
        {
            queue.Enqueue(new MessageRun(route.WireBytes, [message]), _timed.Clock.GetUtcNow().ToUnixTimeMilliseconds());
            queue.Dispatch();
        }

        return route.Queues.Length > 0;
    }

    /// <summary>Waits until a queue has messages, and takes them: the broker publishes on other threads what falls due.</summary>
    public async Task<IReadOnlyList<int>> TakeAsync(ClassicQueue queue, int count, CancellationToken cancellationToken)
    {
        await Eventually.TrueAsync(() => TickUntil(() => queue.Count().Ready >= count), $"{count} messages in {queue.Name}", cancellationToken);
        return queue.GetAll();
    }

    /// <summary>Waits until nothing waits any more.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) =>
        Eventually.TrueAsync(() => TickUntil(() => Pending == 0), "nothing to wait any more", cancellationToken);

    public void Advance(int milliseconds) => _timed.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    // A timer set while the clock moves may fire a moment behind it.
    private bool TickUntil(Func<bool> condition)
    {
        if (condition())
        {
            return true;
        }

        Advance(20);
        return false;
    }
}
