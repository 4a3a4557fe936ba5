using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.get-ok, 60.71, server to client. Answers basic.get with the content that follows.</summary>
/// <param name="DeliveryTag">The number of the delivery, or publish, on this channel; counts from 1.</param>
/// <param name="Redelivered">It was delivered before, perhaps elsewhere.</param>
/// <param name="Exchange">The exchange it was published to.</param>
/// <param name="RoutingKey">The key it was published with.</param>
/// <param name="MessageCount">Messages still ready behind it.</param>
public readonly record struct BasicGetOk(
    ulong DeliveryTag,
    bool Redelivered,
    string Exchange,
    string RoutingKey,
    uint MessageCount) : IAmqpMethod<BasicGetOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicGetOk;

    /// <inheritdoc/>
    public static BasicGetOk Read(ref WireReader reader) => new(
        reader.ReadLongLong(),
        reader.ReadBit(),
        reader.ReadShortString(),
        reader.ReadShortString(),
        reader.ReadLong());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteLongLong(DeliveryTag);
        writer.WriteBits(Redelivered);
        writer.WriteShortString(Exchange);
        writer.WriteShortString(RoutingKey);
        writer.WriteLong(MessageCount);
    }
}
