using System.Net;

namespace AmqpBroker.Server.Hosting;

/// <summary>Where the broker listens, known once it has started; ask it for the port that <c>Amqp:Port=0</c> chose.</summary>
public sealed class AmqpBrokerEndpoints
{
    /// <summary>Plain AMQP; empty when it is switched off, or before the start.</summary>
    public IReadOnlyList<IPEndPoint> Amqp { get; internal set; } = [];

    /// <summary>AMQP over TLS; empty without a certificate, or before the start.</summary>
    public IReadOnlyList<IPEndPoint> Amqps { get; internal set; } = [];
}
