using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.deliver, 60.60, server to client. Delivers the content that follows to a consumer.</summary>
/// <param name="ConsumerTag">The consumer's name on this channel.</param>
/// <param name="DeliveryTag">The number of the delivery, or publish, on this channel; counts from 1.</param>
/// <param name="Redelivered">It was delivered before, perhaps elsewhere.</param>
/// <param name="Exchange">The exchange it was published to.</param>
/// <param name="RoutingKey">The key it was published with.</param>
public readonly record struct BasicDeliver(
    string ConsumerTag,
    ulong DeliveryTag,
    bool Redelivered,
    string Exchange,
    string RoutingKey) : IAmqpMethod<BasicDeliver>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicDeliver;

    /// <inheritdoc/>
    public static BasicDeliver Read(ref WireReader reader) => new(
        reader.ReadShortString(),
        reader.ReadLongLong(),
        reader.ReadBit(),
        reader.ReadShortString(),
        reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShortString(ConsumerTag);
        writer.WriteLongLong(DeliveryTag);
        writer.WriteBits(Redelivered);
        writer.WriteShortString(Exchange);
        writer.WriteShortString(RoutingKey);
    }
}
