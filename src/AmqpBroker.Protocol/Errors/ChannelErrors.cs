namespace AmqpBroker.Protocol.Errors;

/// <summary>Misuse of channels themselves. All of it closes the connection.</summary>
public static class ChannelErrors
{
    /// <summary>504: anything but channel.open on a channel that is not open.</summary>
    public static ConnectionException NotOpen() => new(ReplyCode.ChannelError, "expected 'channel.open'");

    /// <summary>504: channel.open on an open channel.</summary>
    public static ConnectionException AlreadyOpen() => new(ReplyCode.ChannelError, "second 'channel.open' seen");

    /// <summary>530: <paramref name="opened"/> channels are open, the negotiated channel-max.</summary>
    public static ConnectionException TooMany(int opened, int channelMax) => new(
        ReplyCode.NotAllowed,
        $"number of channels opened ({opened}) has reached the negotiated channel_max ({channelMax})")
    {
        HidesMethod = true,
    };

    /// <summary>530: the user has as many channels open, over all connections, as allowed.</summary>
    public static ConnectionException UserLimitReached(string user, int limit) => new(
        ReplyCode.NotAllowed,
        $"number of channels opened for user '{user}' has reached the maximum allowed user limit of ({limit})")
    {
        HidesMethod = true,
    };

    /// <summary>503: a method only a server sends, connection.close on a channel, or a close-ok nobody asked for.</summary>
    public static ConnectionException UnimplementedMethod() => new(ReplyCode.CommandInvalid, "unimplemented method");

    /// <summary>540: channel.flow that asks the server to pause.</summary>
    public static ConnectionException PauseNotSupported() => new(ReplyCode.NotImplemented, "active=false");
}
