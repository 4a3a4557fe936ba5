using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.unbind, 50.50, client to server. Removes a binding of a queue. It has no nowait bit.</summary>
/// <param name="Queue">The name of the queue; empty for the one this channel declared last.</param>
/// <param name="Exchange">The name of the exchange.</param>
/// <param name="RoutingKey">The key to route by.</param>
/// <param name="Arguments">More, by name.</param>
public readonly record struct QueueUnbind(
    string Queue,
    string Exchange,
    string RoutingKey,
    FieldTable Arguments) : IAmqpMethod<QueueUnbind>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueUnbind;

    /// <inheritdoc/>
    public static QueueUnbind Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var queue = reader.ReadShortString();
        var exchange = reader.ReadShortString();
        var routingKey = reader.ReadShortString();
        var arguments = reader.ReadTable();
        return new(queue, exchange, routingKey, arguments);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Queue);
        writer.WriteShortString(Exchange);
        writer.WriteShortString(RoutingKey);
        writer.WriteTable(Arguments);
    }
}
