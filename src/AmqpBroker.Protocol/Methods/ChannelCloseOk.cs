using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>channel.close-ok, 20.41, either way. The close was seen; the channel number may be used again.</summary>
public readonly record struct ChannelCloseOk : IAmqpMethod<ChannelCloseOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ChannelCloseOk;

    /// <inheritdoc/>
    public static ChannelCloseOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
