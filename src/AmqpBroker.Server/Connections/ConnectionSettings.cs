using AmqpBroker.Core.Certificates;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Server.Connections;

/// <summary>What every connection is served with; made once from the options.</summary>
internal sealed record ConnectionSettings
{
    /// <summary>Largest frame offered, in bytes.</summary>
    public required int FrameMax { get; init; }

    /// <summary>Most channels offered.</summary>
    public required ushort ChannelMax { get; init; }

    /// <summary>Heartbeat offered, in seconds; 0 for none.</summary>
    public required ushort Heartbeat { get; init; }

    /// <summary>Time from connecting to connection.open.</summary>
    public required TimeSpan HandshakeTimeout { get; init; }

    /// <summary>How long a delivery may be unsettled; zero for ever.</summary>
    public required TimeSpan ConsumerTimeout { get; init; }

    /// <summary>Largest message body, in bytes.</summary>
    public required int MaxMessageSize { get; init; }

    /// <summary>Where in a client's certificate the user's name stands.</summary>
    public CertificateName CertificateLogin { get; init; }

    /// <summary>What connection.start tells of the broker.</summary>
    public required FieldTable ServerProperties { get; init; }
}
