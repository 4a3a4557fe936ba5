using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// connection.secure-ok, 10.21, client to server. The client answers a question of the SASL exchange.
/// </summary>
/// <param name="Response">The SASL response; secret, never to be logged.</param>
public readonly record struct ConnectionSecureOk(ReadOnlyMemory<byte> Response) : IAmqpMethod<ConnectionSecureOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionSecureOk;

    /// <inheritdoc/>
    public static ConnectionSecureOk Read(ref WireReader reader) => new(reader.ReadLongStringBytes().ToArray());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteLongString(Response.Span);
}
