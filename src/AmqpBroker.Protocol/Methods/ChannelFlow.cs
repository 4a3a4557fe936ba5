using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>channel.flow, 20.20, either way. Asks the peer to pause or go on sending content.</summary>
/// <param name="Active">True to go on, false to pause.</param>
public readonly record struct ChannelFlow(bool Active) : IAmqpMethod<ChannelFlow>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ChannelFlow;

    /// <inheritdoc/>
    public static ChannelFlow Read(ref WireReader reader) => new(reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteBits(Active);
}
