using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>channel.flow-ok, 20.21, either way. Confirms a pause or its end.</summary>
/// <param name="Active">What is settled now: true when content is sent.</param>
public readonly record struct ChannelFlowOk(bool Active) : IAmqpMethod<ChannelFlowOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ChannelFlowOk;

    /// <inheritdoc/>
    public static ChannelFlowOk Read(ref WireReader reader) => new(reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteBits(Active);
}
