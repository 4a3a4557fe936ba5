using System.Net.Sockets;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Serving;

/// <summary>Recognises the failures of a start that lie outside the program, and puts each into one line.</summary>
internal static class StartFailure
{
    public static bool TryDescribe(Exception exception, AmqpOptions configured, out IReadOnlyList<string> lines)
    {
        lines = exception switch
        {
            AmqpBrokerStartException expected => [expected.Message],
            OptionsValidationException invalid => [.. invalid.Failures],
            SocketException socket => [Describe(socket, configured)],
            _ => [],
        };

        return lines.Count > 0;
    }

    /// <summary>A socket that cannot be bound; of a port in use the listener itself says more.</summary>
    private static string Describe(SocketException exception, AmqpOptions configured) => exception.SocketErrorCode switch
    {
        SocketError.AccessDenied =>
            $"this user may not listen on {Ports(configured)}: ports below 1024 need rights of their own; set another",
        SocketError.AddressNotAvailable =>
            $"{configured.Address} is not an address of this machine: set Amqp:Address to one that is, or to *",
        _ => $"cannot listen on {configured.Address}, {Ports(configured)}: {exception.Message}",
    };

    private static string Ports(AmqpOptions configured) => configured.Certificate is null
        ? $"Amqp:Port {configured.Port}"
        : $"Amqp:Port {configured.Port} or Amqp:TlsPort {configured.TlsPort}";
}
