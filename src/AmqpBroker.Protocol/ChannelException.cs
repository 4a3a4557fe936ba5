namespace AmqpBroker.Protocol;

/// <summary>A soft error: closes the channel, the connection lives on (311, 313, 403 to 406).</summary>
/// <param name="code">The reply code.</param>
/// <param name="text">The explanation without the code's name; cut when the whole exceeds 255 octets.</param>
public sealed class ChannelException(ReplyCode code, string text)
    : AmqpException(code, Protocol.ReplyText.Of(code, text));
