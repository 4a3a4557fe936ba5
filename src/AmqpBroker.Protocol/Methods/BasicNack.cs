using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// basic.nack, 60.120, either way. Settles deliveries as not done; from the server, says that what was published is
/// lost.
/// </summary>
/// <param name="DeliveryTag">The number of the delivery, or publish, on this channel; counts from 1.</param>
/// <param name="Multiple">Everything up to that number; with number 0, everything there is.</param>
/// <param name="Requeue">
/// Back into the queue, instead of dead-lettered or dropped; means nothing from the server.
/// </param>
public readonly record struct BasicNack(ulong DeliveryTag, bool Multiple, bool Requeue) : IAmqpMethod<BasicNack>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicNack;

    /// <inheritdoc/>
    public static BasicNack Read(ref WireReader reader)
    {
        var deliveryTag = reader.ReadLongLong();
        var bits = reader.ReadOctet();
        return new(deliveryTag, (bits & 1) != 0, (bits & 2) != 0);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteLongLong(DeliveryTag);
        writer.WriteBits(Multiple, Requeue);
    }
}
