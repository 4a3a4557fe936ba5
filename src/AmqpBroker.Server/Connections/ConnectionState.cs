namespace AmqpBroker.Server.Connections;

/// <summary>How far a connection has come (AMQP 0-9-1 §2.2.4).</summary>
internal enum ConnectionState
{
    /// <summary>The eight octets that name the protocol are due.</summary>
    ProtocolHeader,

    /// <summary>connection.start was sent.</summary>
    Starting,

    /// <summary>connection.tune was sent.</summary>
    Tuning,

    /// <summary>connection.tune-ok came, connection.open is due.</summary>
    Opening,

    /// <summary>Open.</summary>
    Running,

    /// <summary>The broker sent connection.close: everything but the answer is dropped.</summary>
    Closing,

    /// <summary>Failed before it was open: everything is dropped until the socket is, a little later.</summary>
    Refused,

    /// <summary>Nothing more is to be said; the client closes the socket, or it is closed for it.</summary>
    Closed,
}
