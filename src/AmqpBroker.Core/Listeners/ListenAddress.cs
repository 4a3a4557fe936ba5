using System.Net;

namespace AmqpBroker.Core.Listeners;

/// <summary>Reads the one address a listener is given: <c>*</c>, <c>localhost</c> or an IP address.</summary>
public static class ListenAddress
{
    /// <summary>Every address of the machine.</summary>
    public const string Any = "*";

    private const string Localhost = "localhost";

    /// <summary>Whether <see cref="TryResolve"/> can read it, whatever the machine has.</summary>
    public static bool IsValid(string? text) => TryResolve(text, hasIPv6: false, out _);

    /// <summary>The addresses to bind. <see cref="IPAddress.IPv6Any"/> stands for every IPv4 and IPv6 address
    /// (a dual-mode socket), and comes only where the machine has IPv6.</summary>
    /// <param name="text">What the listener is given.</param>
    /// <param name="hasIPv6">Whether the machine has IPv6: whoever opens the sockets knows.</param>
    /// <param name="addresses">The addresses; none when the text says no address.</param>
    public static bool TryResolve(string? text, bool hasIPv6, out IReadOnlyList<IPAddress> addresses)
    {
        addresses = text switch
        {
            Any => [hasIPv6 ? IPAddress.IPv6Any : IPAddress.Any],
            Localhost => hasIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback],
            _ => IPAddress.TryParse(text, out var address) ? [address] : [],
        };

        return addresses.Count > 0;
    }
}
