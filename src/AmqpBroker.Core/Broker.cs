using System.Diagnostics.CodeAnalysis;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core;

/// <summary>The whole model: virtual hosts and users. Published: neither changes while the broker runs.</summary>
/// <param name="timeProvider">The clock.</param>
public sealed class Broker(TimeProvider timeProvider)
{
    private readonly Dictionary<string, VirtualHost> _virtualHosts = new(StringComparer.Ordinal) { ["/"] = new VirtualHost("/") };

    /// <summary>The clock everything in the broker reads.</summary>
    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Who may log in.</summary>
    public UserDirectory Users { get; } = new();

    /// <summary>Finds a virtual host by its name.</summary>
    public bool TryGetVirtualHost(string name, [NotNullWhen(true)] out VirtualHost? virtualHost) =>
        _virtualHosts.TryGetValue(name, out virtualHost);
}
