using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.reject, 60.90, client to server. Settles one delivery as not done.</summary>
/// <param name="DeliveryTag">The number of the delivery, or publish, on this channel; counts from 1.</param>
/// <param name="Requeue">Back into the queue, instead of dead-lettered or dropped.</param>
public readonly record struct BasicReject(ulong DeliveryTag, bool Requeue) : IAmqpMethod<BasicReject>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicReject;

    /// <inheritdoc/>
    public static BasicReject Read(ref WireReader reader) => new(reader.ReadLongLong(), reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteLongLong(DeliveryTag);
        writer.WriteBits(Requeue);
    }
}
