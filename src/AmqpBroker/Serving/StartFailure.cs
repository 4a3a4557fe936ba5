using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AmqpBroker.Server.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Serving;

/// <summary>Recognises the failures of a start that lie outside the program, and puts each into one line.</summary>
internal static partial class StartFailure
{
    public static bool TryDescribe(Exception exception, AmqpOptions configured, out IReadOnlyList<string> lines)
    {
        lines = exception switch
        {
            AmqpBrokerStartException expected => [expected.Message],
            OptionsValidationException invalid => [.. invalid.Failures],
            _ => FindSocketError(exception) is { } error ? [Describe(error, exception, configured)] : [],
        };

        return lines.Count > 0;
    }

    private static SocketError? FindSocketError(Exception? exception) => exception switch
    {
        null => null,
        SocketException socket => socket.SocketErrorCode,
        AddressInUseException => SocketError.AddressAlreadyInUse,
        AggregateException several => several.InnerExceptions.Select(FindSocketError).FirstOrDefault(error => error is not null),
        _ => FindSocketError(exception.InnerException),
    };

    private static string Describe(SocketError error, Exception exception, AmqpOptions configured)
    {
        var (address, port) = FindEndpoint(exception) ?? (configured.Address, configured.Port.ToString(CultureInfo.InvariantCulture));
        return error switch
        {
            SocketError.AddressAlreadyInUse =>
                $"port {port} on {address} is already in use: stop what listens there, or choose another with --Amqp:Port",
            SocketError.AccessDenied =>
                $"port {port} on {address} is not allowed to this user: choose one above 1023 with --Amqp:Port",
            SocketError.AddressNotAvailable =>
                $"{address} is not an address of this machine: set Amqp:Address to one that is, or to *",
            _ => $"cannot listen on port {port} on {address}: {error}",
        };
    }

    /// <summary>The server tells the endpoint only in its message: <c>Failed to bind to address http://127.0.0.1:5672: …</c>.</summary>
    private static (string Address, string Port)? FindEndpoint(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (EndpointPattern.Match(exception.Message) is { Success: true } match)
            {
                var address = match.Groups["address"].Value;
                var isEvery = address is "[::]" or "0.0.0.0" or "*";
                return (isEvery ? "every address" : address, match.Groups["port"].Value);
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<address>\[[0-9a-fA-F:.%]+\]|[0-9.]+|localhost|\*):(?<port>[0-9]{1,5})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndpointPattern { get; }
}
