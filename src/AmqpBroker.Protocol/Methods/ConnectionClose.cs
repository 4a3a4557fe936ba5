using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// connection.close, 10.50, either way. Either side ends the connection; the sender takes nothing but the -ok
/// afterwards.
/// </summary>
/// <param name="ReplyCode">Why, as a number.</param>
/// <param name="ReplyText">Why, <c>NAME - explanation</c>.</param>
/// <param name="ClassId">Class of the method to blame, or 0.</param>
/// <param name="MethodId">Number of the method to blame, or 0.</param>
public readonly record struct ConnectionClose(
    ReplyCode ReplyCode,
    string ReplyText,
    ushort ClassId,
    ushort MethodId) : IAmqpMethod<ConnectionClose>
{
    /// <inheritdoc/>
    public static MethodId Id => Protocol.MethodId.ConnectionClose;

    /// <inheritdoc/>
    public static ConnectionClose Read(ref WireReader reader) =>
        new((ReplyCode)reader.ReadShort(), reader.ReadShortString(), reader.ReadShort(), reader.ReadShort());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort((ushort)ReplyCode);
        writer.WriteShortString(ReplyText);
        writer.WriteShort(ClassId);
        writer.WriteShort(MethodId);
    }
}
