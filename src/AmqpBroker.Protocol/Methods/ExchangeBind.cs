using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>exchange.bind, 40.30, client to server. Routes what one exchange takes on to another.</summary>
/// <param name="Destination">The exchange that receives.</param>
/// <param name="Source">The exchange that routes.</param>
/// <param name="RoutingKey">The key to route by.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
/// <param name="Arguments">More, by name.</param>
public readonly record struct ExchangeBind(
    string Destination,
    string Source,
    string RoutingKey,
    bool NoWait,
    FieldTable Arguments) : IAmqpMethod<ExchangeBind>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ExchangeBind;

    /// <inheritdoc/>
    public static ExchangeBind Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var destination = reader.ReadShortString();
        var source = reader.ReadShortString();
        var routingKey = reader.ReadShortString();
        var noWait = reader.ReadBit();
        var arguments = reader.ReadTable();
        return new(destination, source, routingKey, noWait, arguments);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Destination);
        writer.WriteShortString(Source);
        writer.WriteShortString(RoutingKey);
        writer.WriteBits(NoWait);
        writer.WriteTable(Arguments);
    }
}
