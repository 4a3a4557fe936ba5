using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>channel.open-ok, 20.11, server to client. The channel is ready.</summary>
/// <param name="ChannelId">Reserved; always empty.</param>
public readonly record struct ChannelOpenOk(string ChannelId) : IAmqpMethod<ChannelOpenOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ChannelOpenOk;

    /// <inheritdoc/>
    public static ChannelOpenOk Read(ref WireReader reader) => new(reader.ReadLongString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteLongString(ChannelId);
}
