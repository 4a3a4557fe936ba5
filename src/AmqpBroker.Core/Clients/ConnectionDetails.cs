using System.Net;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Clients;

/// <summary>What a connection was opened with; does not change while it is open.</summary>
public sealed record ConnectionDetails
{
    /// <summary>The broker's end; null when the transport does not say.</summary>
    public IPEndPoint? Local { get; init; }

    /// <summary>The client's end; null when the transport does not say.</summary>
    public IPEndPoint? Peer { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>The protocol, as RabbitMQ writes it: <c>AMQP 0-9-1</c>.</summary>
    public string Protocol { get; init; } = "AMQP 0-9-1";

    /// <summary>The SASL mechanism.</summary>
    public required string AuthMechanism { get; init; }

    /// <summary>What the client says of itself.</summary>
    public required FieldTable ClientProperties { get; init; }

    /// <summary>The name the client gave the connection, if any.</summary>
    public string? UserProvidedName { get; init; }

    /// <summary>Largest frame, in bytes.</summary>
    public required int FrameMax { get; init; }

    /// <summary>Most channels.</summary>
    public required int ChannelMax { get; init; }

    /// <summary>Heartbeat in seconds; 0 for none.</summary>
    public required int Heartbeat { get; init; }

    /// <summary>How it is encrypted; null when it is not.</summary>
    public TlsFacts? Tls { get; init; }
}
