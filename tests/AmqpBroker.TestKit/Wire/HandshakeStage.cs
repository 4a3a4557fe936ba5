namespace AmqpBroker.TestKit.Wire;

/// <summary>How far a raw client takes the handshake before the test takes over.</summary>
public enum HandshakeStage
{
    /// <summary>The socket is connected; nothing has been sent.</summary>
    Connected,

    /// <summary>connection.start has been received.</summary>
    Started,

    /// <summary>start-ok has been sent; the broker's answer has not been read.</summary>
    LoggedIn,

    /// <summary>connection.tune has been received.</summary>
    Tuned,

    /// <summary>connection.open-ok has been received.</summary>
    Open,

    /// <summary>Channel 1 is open too.</summary>
    ChannelOpen,
}
