using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>channel.close, 20.40, either way. Either side ends the channel; the connection lives on.</summary>
/// <param name="ReplyCode">Why, as a number.</param>
/// <param name="ReplyText">Why, <c>NAME - explanation</c>.</param>
/// <param name="ClassId">Class of the method to blame, or 0.</param>
/// <param name="MethodId">Number of the method to blame, or 0.</param>
public readonly record struct ChannelClose(
    ReplyCode ReplyCode,
    string ReplyText,
    ushort ClassId,
    ushort MethodId) : IAmqpMethod<ChannelClose>
{
    /// <inheritdoc/>
    public static MethodId Id => Protocol.MethodId.ChannelClose;

    /// <inheritdoc/>
    public static ChannelClose Read(ref WireReader reader) =>
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
