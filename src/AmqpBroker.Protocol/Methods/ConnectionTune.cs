using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>connection.tune, 10.30, server to client. The server proposes limits; 0 stands for none.</summary>
/// <param name="ChannelMax">Channels open at once.</param>
/// <param name="FrameMax">Octets of a frame, overhead included.</param>
/// <param name="Heartbeat">Seconds.</param>
public readonly record struct ConnectionTune(
    ushort ChannelMax,
    uint FrameMax,
    ushort Heartbeat) : IAmqpMethod<ConnectionTune>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionTune;

    /// <inheritdoc/>
    public static ConnectionTune Read(ref WireReader reader) =>
        new(reader.ReadShort(), reader.ReadLong(), reader.ReadShort());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(ChannelMax);
        writer.WriteLong(FrameMax);
        writer.WriteShort(Heartbeat);
    }
}
