using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>channel.open, 20.10, client to server. The client opens the channel the frame is on.</summary>
/// <param name="OutOfBand">Reserved; ignored.</param>
public readonly record struct ChannelOpen(string OutOfBand) : IAmqpMethod<ChannelOpen>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ChannelOpen;

    /// <inheritdoc/>
    public static ChannelOpen Read(ref WireReader reader) => new(reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteShortString(OutOfBand);
}
