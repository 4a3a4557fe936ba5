using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.bind, 50.20, client to server. Routes messages of an exchange to a queue.</summary>
/// <param name="Queue">The name of the queue; empty for the one this channel declared last.</param>
/// <param name="Exchange">The name of the exchange.</param>
/// <param name="RoutingKey">The key to route by.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
/// <param name="Arguments">More, by name.</param>
public readonly record struct QueueBind(
    string Queue,
    string Exchange,
    string RoutingKey,
    bool NoWait,
    FieldTable Arguments) : IAmqpMethod<QueueBind>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueBind;

    /// <inheritdoc/>
    public static QueueBind Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var queue = reader.ReadShortString();
        var exchange = reader.ReadShortString();
        var routingKey = reader.ReadShortString();
        var noWait = reader.ReadBit();
        var arguments = reader.ReadTable();
        return new(queue, exchange, routingKey, noWait, arguments);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Queue);
        writer.WriteShortString(Exchange);
        writer.WriteShortString(RoutingKey);
        writer.WriteBits(NoWait);
        writer.WriteTable(Arguments);
    }
}
