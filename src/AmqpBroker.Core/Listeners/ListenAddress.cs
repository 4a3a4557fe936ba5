using System.Net;

namespace AmqpBroker.Core.Listeners;

/// <summary>Reads the one address a listener is given: <c>*</c>, <c>localhost</c> or an IP address.</summary>
public static class ListenAddress
{
    /// <summary>Every address of the machine.</summary>
    public const string Any = "*";

    private const string Localhost = "localhost";

#pragma warning disable RS0030 // It says what the machine has; no socket is opened.
    private static bool HasIPv6 => System.Net.Sockets.Socket.OSSupportsIPv6;
#pragma warning restore RS0030

    /// <summary>The addresses to bind. <see cref="IPAddress.IPv6Any"/> stands for every IPv4 and IPv6 address
    /// (a dual-mode socket), and comes only where the machine has IPv6.</summary>
    public static bool TryResolve(string? text, out IReadOnlyList<IPAddress> addresses)
    {
        addresses = text switch
        {
            Any => [HasIPv6 ? IPAddress.IPv6Any : IPAddress.Any],
            Localhost => HasIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback],
            _ => IPAddress.TryParse(text, out var address) ? [address] : [],
        };

        return addresses.Count > 0;
    }
}
