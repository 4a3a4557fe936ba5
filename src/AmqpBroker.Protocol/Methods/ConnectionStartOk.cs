using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// connection.start-ok, 10.11, client to server. The client chooses a way to log in and sends its first response.
/// </summary>
/// <param name="ClientProperties">What the client is and can do; capabilities in it change what it is sent.</param>
/// <param name="Mechanism">The SASL mechanism; case matters.</param>
/// <param name="Response">The first SASL response; secret, never to be logged.</param>
/// <param name="Locale">Ignored.</param>
public readonly record struct ConnectionStartOk(
    FieldTable ClientProperties,
    string Mechanism,
    ReadOnlyMemory<byte> Response,
    string Locale) : IAmqpMethod<ConnectionStartOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionStartOk;

    /// <inheritdoc/>
    public static ConnectionStartOk Read(ref WireReader reader) => new(
        reader.ReadTable(),
        reader.ReadShortString(),
        reader.ReadLongStringBytes().ToArray(),
        reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteTable(ClientProperties);
        writer.WriteShortString(Mechanism);
        writer.WriteLongString(Response.Span);
        writer.WriteShortString(Locale);
    }
}
