using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>connection.open-ok, 10.41, server to client. The connection is ready for channels.</summary>
/// <param name="KnownHosts">Reserved; always empty.</param>
public readonly record struct ConnectionOpenOk(string KnownHosts) : IAmqpMethod<ConnectionOpenOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionOpenOk;

    /// <inheritdoc/>
    public static ConnectionOpenOk Read(ref WireReader reader) => new(reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteShortString(KnownHosts);
}
