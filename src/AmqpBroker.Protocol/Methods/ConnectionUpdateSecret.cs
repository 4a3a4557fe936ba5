using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// connection.update-secret, 10.70, client to server. The client renews its secret before it expires.
/// </summary>
/// <param name="NewSecret">The new secret, never to be logged.</param>
/// <param name="Reason">Why, for people.</param>
public readonly record struct ConnectionUpdateSecret(
    ReadOnlyMemory<byte> NewSecret,
    string Reason) : IAmqpMethod<ConnectionUpdateSecret>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionUpdateSecret;

    /// <inheritdoc/>
    public static ConnectionUpdateSecret Read(ref WireReader reader) =>
        new(reader.ReadLongStringBytes().ToArray(), reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteLongString(NewSecret.Span);
        writer.WriteShortString(Reason);
    }
}
