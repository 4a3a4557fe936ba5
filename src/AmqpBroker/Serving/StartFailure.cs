using System.Net.Sockets;
using AmqpBroker.Configuration;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Serving;

/// <summary>Recognises the failures of a start that lie outside the program, and puts each into one line.</summary>
internal static class StartFailure
{
    public static bool TryDescribe(Exception exception, BrokerSettings configured, out IReadOnlyList<string> lines)
    {
        lines = exception switch
        {
            AmqpBrokerStartException expected => [expected.Message],
            ManagementStartException expected => [expected.Message],
            OptionsValidationException invalid => [.. invalid.Failures],
            SocketException socket => [Describe(socket, configured)],
            _ => [],
        };

        return lines.Count > 0;
    }

    /// <summary>A socket that cannot be bound; of a port in use the listener itself says more.</summary>
    private static string Describe(SocketException exception, BrokerSettings configured) => exception.SocketErrorCode switch
    {
        SocketError.AccessDenied =>
            $"this user may not listen on {Ports(configured)}: ports below 1024 need rights of their own; set another",
        SocketError.AddressNotAvailable =>
            $"{Addresses(configured)} is not an address of this machine: set one that is, or *",
        _ => $"cannot listen on {Addresses(configured)}, {Ports(configured)}: {exception.Message}",
    };

    private static string Addresses(BrokerSettings configured) => configured.Management.Port == ManagementOptions.NoPort
        ? $"Amqp:Address {configured.Broker.Amqp.Address}"
        : $"Amqp:Address {configured.Broker.Amqp.Address} or Management:Address {configured.Management.Address}";

    private static string Ports(BrokerSettings configured)
    {
        var amqp = configured.Broker.Amqp;
        List<string> ports = [$"Amqp:Port {amqp.Port}"];
        if (amqp.Certificate is not null)
        {
            ports.Add($"Amqp:TlsPort {amqp.TlsPort}");
        }

        if (configured.Management.Port != ManagementOptions.NoPort)
        {
            ports.Add($"Management:Port {configured.Management.Port}");
        }

        return string.Join(" or ", ports);
    }
}
