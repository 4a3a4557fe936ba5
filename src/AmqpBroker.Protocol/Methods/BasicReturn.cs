using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// basic.return, 60.50, server to client. Gives back a mandatory message that matched no queue; the content follows.
/// </summary>
/// <param name="ReplyCode">Why, as a number.</param>
/// <param name="ReplyText">Why, <c>NAME - explanation</c>.</param>
/// <param name="Exchange">The exchange it was published to.</param>
/// <param name="RoutingKey">The key it was published with.</param>
public readonly record struct BasicReturn(
    ReplyCode ReplyCode,
    string ReplyText,
    string Exchange,
    string RoutingKey) : IAmqpMethod<BasicReturn>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicReturn;

    /// <inheritdoc/>
    public static BasicReturn Read(ref WireReader reader) => new(
        (ReplyCode)reader.ReadShort(),
        reader.ReadShortString(),
        reader.ReadShortString(),
        reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort((ushort)ReplyCode);
        writer.WriteShortString(ReplyText);
        writer.WriteShortString(Exchange);
        writer.WriteShortString(RoutingKey);
    }
}
