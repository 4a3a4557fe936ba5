using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// basic.publish, 60.40, client to server. Publishes the content that follows. <see cref="BasicPublishView"/> reads
/// it without allocating.
/// </summary>
/// <param name="Exchange">The exchange; empty for the default one.</param>
/// <param name="RoutingKey">The key to route by.</param>
/// <param name="Mandatory">Return it when it matches no queue.</param>
/// <param name="Immediate">Not supported: refused when set.</param>
public readonly record struct BasicPublish(
    string Exchange,
    string RoutingKey,
    bool Mandatory,
    bool Immediate) : IAmqpMethod<BasicPublish>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicPublish;

    /// <inheritdoc/>
    public static BasicPublish Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var exchange = reader.ReadShortString();
        var routingKey = reader.ReadShortString();
        var bits = reader.ReadOctet();
        return new(exchange, routingKey, (bits & 1) != 0, (bits & 2) != 0);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Exchange);
        writer.WriteShortString(RoutingKey);
        writer.WriteBits(Mandatory, Immediate);
    }
}
