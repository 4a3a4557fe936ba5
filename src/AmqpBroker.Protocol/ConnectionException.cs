namespace AmqpBroker.Protocol;

/// <summary>A hard error: closes the whole connection (320, 402, 5xx; 403 while logging in).</summary>
public sealed class ConnectionException : AmqpException
{
    /// <summary>An error with an explanation.</summary>
    /// <param name="code">The reply code.</param>
    /// <param name="text">The explanation without the code's name; cut when the whole exceeds 255 octets.</param>
    public ConnectionException(ReplyCode code, string text)
        : base(code, Protocol.ReplyText.Of(code, text))
    {
    }

    private ConnectionException(ReplyCode code)
        : base(code, code.ToName())
    {
    }

    /// <summary>An error that says no more than its name, for example <c>INTERNAL_ERROR</c>, and blames no method.</summary>
    public static ConnectionException Bare(ReplyCode code) => new(code) { HidesMethod = true };
}
