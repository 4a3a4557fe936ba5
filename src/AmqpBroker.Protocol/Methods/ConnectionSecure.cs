using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// connection.secure, 10.20, server to client. The server asks another question of the SASL exchange.
/// </summary>
/// <param name="Challenge">The SASL challenge.</param>
public readonly record struct ConnectionSecure(ReadOnlyMemory<byte> Challenge) : IAmqpMethod<ConnectionSecure>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionSecure;

    /// <inheritdoc/>
    public static ConnectionSecure Read(ref WireReader reader) => new(reader.ReadLongStringBytes().ToArray());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteLongString(Challenge.Span);
}
