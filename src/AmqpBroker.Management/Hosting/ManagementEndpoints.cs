using System.Net;

namespace AmqpBroker.Management.Hosting;

/// <summary>Where the management API listens, known once it has started; ask it for the port that <c>Management:Port=0</c> chose.</summary>
public sealed class ManagementEndpoints
{
    /// <summary>Plain HTTP; empty when it is switched off, or before the start.</summary>
    public IReadOnlyList<IPEndPoint> Http { get; internal set; } = [];

    /// <summary>HTTPS; empty without a certificate, or before the start.</summary>
    public IReadOnlyList<IPEndPoint> Https { get; internal set; } = [];

    /// <summary>Prometheus' metrics alone, without a login; empty when that is switched off, or before the start.</summary>
    public IReadOnlyList<IPEndPoint> Metrics { get; internal set; } = [];
}
