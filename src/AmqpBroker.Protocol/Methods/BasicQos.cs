using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.qos, 60.10, client to server. Limits what is delivered and not yet acknowledged.</summary>
/// <param name="PrefetchSize">Octets; anything but 0 is refused.</param>
/// <param name="PrefetchCount">Messages; 0 for no limit.</param>
/// <param name="Global">For the channel as a whole, instead of each consumer from now on.</param>
public readonly record struct BasicQos(uint PrefetchSize, ushort PrefetchCount, bool Global) : IAmqpMethod<BasicQos>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicQos;

    /// <inheritdoc/>
    public static BasicQos Read(ref WireReader reader) => new(reader.ReadLong(), reader.ReadShort(), reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteLong(PrefetchSize);
        writer.WriteShort(PrefetchCount);
        writer.WriteBits(Global);
    }
}
