namespace AmqpBroker.Core.Clients;

/// <summary>How a connection stands at one moment; each figure by itself, read without any lock.</summary>
public readonly record struct ConnectionFigures
{
    /// <summary>What it does.</summary>
    public ClientState State { get; init; }

    /// <summary>Channels open.</summary>
    public int Channels { get; init; }

    /// <summary>Octets received.</summary>
    public long OctetsReceived { get; init; }

    /// <summary>Octets sent.</summary>
    public long OctetsSent { get; init; }

    /// <summary>How often something was received, of any length.</summary>
    public long PacketsReceived { get; init; }

    /// <summary>How often something was sent, of any length.</summary>
    public long PacketsSent { get; init; }

    /// <summary>Whether octets wait for the client to read: 1 when they do.</summary>
    public int PacketsPending { get; init; }
}
