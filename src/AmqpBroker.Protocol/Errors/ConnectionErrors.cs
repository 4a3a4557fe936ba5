namespace AmqpBroker.Protocol.Errors;

/// <summary>What ends a running connection as a whole.</summary>
public static class ConnectionErrors
{
    /// <summary>320: the broker stops.</summary>
    public static ConnectionException Shutdown() => Forced("broker forced connection closure with reason 'shutdown'");

    /// <summary>320: closed through the management interface by someone who gave no reason.</summary>
    public static ConnectionException ClosedByManagement() => Forced("Closed via management plugin");

    /// <summary>320: closed by an operator; <paramref name="reason"/> is sent as it is.</summary>
    public static ConnectionException ClosedByOperator(string reason) => Forced(reason);

    /// <summary>320: the connection's vhost was deleted.</summary>
    public static ConnectionException VhostDeleted(string vhost) => Forced($"vhost '{vhost}' is deleted");

    /// <summary>320: the connection's user was deleted.</summary>
    public static ConnectionException UserDeleted(string user) => Forced($"user '{user}' is deleted");

    /// <summary>504: a channel's method on channel 0, or a handshake method after the handshake.</summary>
    public static ConnectionException UnexpectedMethod() =>
        new(ReplyCode.ChannelError, "unexpected method in connection state running");

    /// <summary>530: a new secret did not authenticate the user.</summary>
    public static ConnectionException SecretRefused() =>
        new(ReplyCode.NotAllowed, "New secret was refused by one of the backends");

    /// <summary>541: the broker failed; the cause is in its log, not in the close.</summary>
    public static ConnectionException InternalError() => ConnectionException.Bare(ReplyCode.InternalError);

    private static ConnectionException Forced(string text) =>
        new(ReplyCode.ConnectionForced, text) { HidesMethod = true };
}
