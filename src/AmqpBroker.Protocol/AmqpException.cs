namespace AmqpBroker.Protocol;

/// <summary>
/// An error the peer is told about: what channel.close or connection.close will carry (AMQP 0-9-1 §1.5.2.5, §1.4.2.9).
/// Core and Protocol throw it; the server turns it into the close in one place.
/// </summary>
public abstract class AmqpException : Exception
{
    private protected AmqpException(ReplyCode code, string replyText)
        : base(replyText)
    {
        Code = code;
        ReplyText = replyText;
    }

    /// <summary>The reply code.</summary>
    public ReplyCode Code { get; }

    /// <summary>The whole text of the close, at most 255 UTF-8 octets: <c>NAME - explanation</c>.</summary>
    public string ReplyText { get; }

    /// <summary>
    /// The method to blame. A factory sets it only when it is not the one being handled; whoever handles a method
    /// completes it: <c>exception.Method ??= handled</c>.
    /// </summary>
    public MethodId? Method { get; set; }

    /// <summary>
    /// True for errors that blame no method even when raised while one is handled. <see cref="ClassId"/> and
    /// <see cref="MethodNumber"/> then stay 0 whatever <see cref="Method"/> says.
    /// </summary>
    public bool HidesMethod { get; init; }

    /// <summary>The class id for the close; 0 when no method is to blame.</summary>
    public ushort ClassId => HidesMethod ? (ushort)0 : Method?.ClassId() ?? 0;

    /// <summary>The method id for the close; 0 when no method is to blame.</summary>
    public ushort MethodNumber => HidesMethod ? (ushort)0 : Method?.MethodNumber() ?? 0;
}
