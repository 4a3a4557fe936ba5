using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>connection.open, 10.40, client to server. The client chooses its vhost.</summary>
/// <param name="VirtualHost">The name of the vhost.</param>
/// <param name="Capabilities">Reserved; ignored.</param>
/// <param name="Insist">Reserved; ignored.</param>
public readonly record struct ConnectionOpen(
    string VirtualHost,
    string Capabilities,
    bool Insist) : IAmqpMethod<ConnectionOpen>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionOpen;

    /// <inheritdoc/>
    public static ConnectionOpen Read(ref WireReader reader) =>
        new(reader.ReadShortString(), reader.ReadShortString(), reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShortString(VirtualHost);
        writer.WriteShortString(Capabilities);
        writer.WriteBits(Insist);
    }
}
