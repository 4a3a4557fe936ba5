using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// basic.ack, 60.80, either way. Settles deliveries as done; from the server, confirms what was published.
/// </summary>
/// <param name="DeliveryTag">The number of the delivery, or publish, on this channel; counts from 1.</param>
/// <param name="Multiple">Everything up to that number; with number 0, everything there is.</param>
public readonly record struct BasicAck(ulong DeliveryTag, bool Multiple) : IAmqpMethod<BasicAck>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicAck;

    /// <inheritdoc/>
    public static BasicAck Read(ref WireReader reader) => new(reader.ReadLongLong(), reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteLongLong(DeliveryTag);
        writer.WriteBits(Multiple);
    }
}
