using System.Globalization;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Publishing;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Management.Transfers;

/// <summary>Makes of a record the message that is published again.</summary>
internal static class TransferredMessage
{
    /// <exception cref="TransferException">It does not say where it comes from.</exception>
    public static SingleMessage Read(TransferOrder order, long position, ReadOnlySpan<byte> bytes)
    {
        var record = new MessageRecord(bytes);
        var properties = BasicProperties.Read(ContentHeader.Read(record.Header).Properties);
        var (exchange, key) = order.Target.Exchange is { } target
            ? (target, order.Target.RoutingKey ?? RouteCache.Decode(record.Route).RoutingKey)
            : FindOrigin(properties, position);

        // It was checked when the message was published first.
        return new SingleMessage(exchange, key, properties, record.Body.ToArray(), properties.UserId ?? order.Caller.Name);
    }

    private static (string Exchange, string RoutingKey) FindOrigin(BasicProperties properties, long position)
    {
        if (properties.Headers is { } headers
            && headers.TryGet("x-death", out var deaths)
            && deaths.AsArray() is [var last, ..]
            && last.AsTable() is { } death
            && death.TryGet("exchange", out var name) && name.TryGetString(out var exchange)
            && death.TryGet("routing-keys", out var keys) && keys.AsArray() is [var first, ..] && first.TryGetString(out var key))
        {
            return (exchange, key);
        }

        throw new TransferException(string.Create(CultureInfo.InvariantCulture, $"the message at position {position} has no x-death header to say where it comes from"));
    }
}
