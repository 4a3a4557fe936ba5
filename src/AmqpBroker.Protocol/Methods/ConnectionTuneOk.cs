using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// connection.tune-ok, 10.31, client to server. The client settles the limits, at most those proposed.
/// </summary>
/// <param name="ChannelMax">Channels open at once.</param>
/// <param name="FrameMax">Octets of a frame, overhead included.</param>
/// <param name="Heartbeat">Seconds; 0 turns heartbeats off.</param>
public readonly record struct ConnectionTuneOk(
    ushort ChannelMax,
    uint FrameMax,
    ushort Heartbeat) : IAmqpMethod<ConnectionTuneOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionTuneOk;

    /// <inheritdoc/>
    public static ConnectionTuneOk Read(ref WireReader reader) =>
        new(reader.ReadShort(), reader.ReadLong(), reader.ReadShort());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(ChannelMax);
        writer.WriteLong(FrameMax);
        writer.WriteShort(Heartbeat);
    }
}
