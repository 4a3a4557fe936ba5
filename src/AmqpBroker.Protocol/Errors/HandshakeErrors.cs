namespace AmqpBroker.Protocol.Errors;

/// <summary>What refuses a client between its protocol header and connection.open-ok.</summary>
public static class HandshakeErrors
{
    /// <summary>403: unknown user, wrong password or a place the user may not log in from; never says which.</summary>
    /// <param name="mechanism">The SASL mechanism, for example <c>PLAIN</c>.</param>
    public static ConnectionException LoginRefused(string mechanism) => new(
        ReplyCode.AccessRefused,
        $"Login was refused using authentication mechanism {mechanism}. For details see the broker logfile.")
    {
        HidesMethod = true,
    };

    /// <summary>530: tune-ok asks for more than the server offered; 0 asks for no limit.</summary>
    /// <param name="setting"><c>channel_max</c> or <c>frame_max</c>.</param>
    /// <param name="negotiated">The client's value.</param>
    /// <param name="maximum">The server's value.</param>
    public static ConnectionException TuneTooHigh(string setting, uint negotiated, uint maximum)
    {
        var value = negotiated == 0 ? "0 (no limit)" : $"{negotiated}";
        return Tune($"negotiated {setting} = {value} is higher than the maximum allowed value ({maximum})");
    }

    /// <summary>530: tune-ok asks for less than the protocol needs.</summary>
    /// <param name="setting"><c>channel_max</c> or <c>frame_max</c>.</param>
    /// <param name="negotiated">The client's value.</param>
    /// <param name="minimum">The least that would do.</param>
    public static ConnectionException TuneTooLow(string setting, uint negotiated, uint minimum) =>
        Tune($"negotiated {setting} = {negotiated} is lower than the minimum allowed value ({minimum})");

    /// <summary>530: connection.open names a vhost that does not exist.</summary>
    public static ConnectionException VhostNotFound(string vhost) => NotAllowed($"vhost {vhost} not found");

    /// <summary>530: the user has no permissions in the vhost.</summary>
    public static ConnectionException VhostRefused(string vhost, string user) =>
        NotAllowed($"access to vhost '{vhost}' refused for user '{user}'");

    /// <summary>530: the vhost has as many connections as it may.</summary>
    public static ConnectionException VhostConnectionLimitReached(string vhost, string user, int limit) =>
        NotAllowed($"access to vhost '{vhost}' refused for user '{user}': connection limit ({limit}) is reached");

    /// <summary>530: the user has as many connections as allowed.</summary>
    public static ConnectionException UserConnectionLimitReached(string user, int limit) =>
        NotAllowed($"connection refused for user '{user}': user connection limit ({limit}) is reached");

    /// <summary>530: the node has as many connections as it may.</summary>
    public static ConnectionException NodeConnectionLimitReached(int limit) =>
        NotAllowed($"connection refused: node connection limit ({limit}) is reached");

    /// <summary>541: the vhost exists but cannot serve.</summary>
    public static ConnectionException VhostDown(string vhost, string user) => new(
        ReplyCode.InternalError,
        $"access to vhost '{vhost}' refused for user '{user}': vhost '{vhost}' is down")
    {
        Method = MethodId.ConnectionOpen,
    };

    // The close names connection.tune, not the tune-ok that was handled.
    private static ConnectionException Tune(string text) =>
        new(ReplyCode.NotAllowed, text) { Method = MethodId.ConnectionTune };

    private static ConnectionException NotAllowed(string text) =>
        new(ReplyCode.NotAllowed, text) { Method = MethodId.ConnectionOpen };
}
