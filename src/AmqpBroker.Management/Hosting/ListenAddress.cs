using System.Net;
using System.Net.Sockets;

namespace AmqpBroker.Management.Hosting;

/// <summary>Reads the one address a listener is given: <c>*</c>, <c>localhost</c> or an IP address.</summary>
internal static class ListenAddress
{
    public const string Any = "*";
    private const string Localhost = "localhost";

    /// <summary>The addresses to bind. <see cref="IPAddress.IPv6Any"/> stands for every IPv4 and IPv6 address
    /// (a dual-mode socket), and comes only where the machine has IPv6.</summary>
    public static bool TryResolve(string? text, out IReadOnlyList<IPAddress> addresses)
    {
        addresses = text switch
        {
            Any => [Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any],
            Localhost => Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback],
            _ => IPAddress.TryParse(text, out var address) ? [address] : [],
        };

        return addresses.Count > 0;
    }
}
