using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Management.Api;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Health;

/// <summary>Checks of the ports that are open: whether one is, what is spoken there, how long its certificate is good.</summary>
internal static class ListenerChecks
{
    private const string Checks = "/api/health/checks/";
    private const string NoListener = "No active listener";

    public static void Map(ApiMap map)
    {
        map.Get(Checks + "port-listener/{port}", ApiAccess.Management, "Whether anything listens on a port.", CheckPortAsync);
        map.Get(Checks + "protocol-listener/{protocol}", ApiAccess.Management, "Whether a protocol, or each of a list with commas, is listened for.", CheckProtocolAsync);
        map.Get(Checks + "certificate-expiration/{within}/{unit}", ApiAccess.Management, "Whether all certificates are good for so many days, weeks, months or years.", CheckCertificatesAsync);
    }

    private static ValueTask CheckPortAsync(ApiRequest request)
    {
        if (!int.TryParse(request.Segment("port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw ApiErrors.BadRequest("Invalid port");
        }

        int[] open = [.. Listeners(request).Select(listener => listener.EndPoint.Port).Distinct()];
        return open.Contains(port)
            ? HealthAnswer.OkAsync(request, port, static (writer, found) => writer.WriteNumber("port", found))
            : HealthAnswer.FailedAsync(request, NoListener, (port, open), static (writer, ports) =>
            {
                writer.WriteNumber("missing", ports.port);
                writer.WriteStartArray("ports");
                foreach (var open in ports.open)
                {
                    writer.WriteNumberValue(open);
                }

                writer.WriteEndArray();
            });
    }

    private static ValueTask CheckProtocolAsync(ApiRequest request)
    {
        var text = request.Segment("protocol");
        string[] asked = [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ProtocolNames.Canonical)];
        string[] spoken = [.. Listeners(request).Select(listener => listener.Protocol).Distinct(StringComparer.Ordinal)];
        string[] missing = [.. asked.Except(spoken, StringComparer.Ordinal)];
        if (missing.Length == 0 && asked.Length > 0)
        {
            return HealthAnswer.OkAsync(request, asked[0], static (writer, protocol) => writer.WriteString("protocol", protocol));
        }

        return HealthAnswer.FailedAsync(request, NoListener, (missing, spoken, isList: text.Contains(',', StringComparison.Ordinal)), static (writer, protocols) =>
        {
            // A list is what version 4 takes, and answers with one.
            if (protocols.isList)
            {
                WriteArray(writer, "missing", protocols.missing);
            }
            else
            {
                writer.WriteString("missing", protocols.missing.FirstOrDefault(string.Empty));
            }

            WriteArray(writer, "protocols", protocols.spoken);
        });
    }

    private static ValueTask CheckCertificatesAsync(ApiRequest request)
    {
        if (!int.TryParse(request.Segment("within"), NumberStyles.None, CultureInfo.InvariantCulture, out var within))
        {
            throw ApiErrors.BadRequest("Invalid expiration value.");
        }

        var now = request.Broker.TimeProvider.GetUtcNow().UtcDateTime;
        var limit = LimitOf(now, within, request.Segment("unit"));
        (OpenListener Listener, X509Certificate2 Certificate)[] expiring =
        [
            .. Listeners(request).SelectMany(
                listener => listener.Certificates().Where(certificate => certificate.NotAfter.ToUniversalTime() <= limit).Select(certificate => (listener, certificate))),
        ];
        return expiring.Length == 0
            ? HealthAnswer.OkAsync(request)
            : HealthAnswer.FailedAsync(request, "Certificates expiring", (expiring, node: request.Services.GetRequiredService<BrokerIdentity>().NodeName), WriteExpiring);
    }

    private static DateTime LimitOf(DateTime now, int within, string unit)
    {
        try
        {
            return unit switch
            {
                "days" => now.AddDays(within),
                "weeks" => now.AddDays(7.0 * within),
                "months" => now.AddMonths(within),
                "years" => now.AddYears(within),
                _ => throw ApiErrors.BadRequest("Time unit not recognised. Supported units: days, weeks, months, years."),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return DateTime.MaxValue;
        }
    }

    private static void WriteExpiring(Utf8JsonWriter writer, ((OpenListener Listener, X509Certificate2 Certificate)[] Expiring, string Node) found)
    {
        writer.WriteStartArray("expired");
        foreach (var (listener, certificate) in found.Expiring)
        {
            writer.WriteStartObject();
            writer.WriteString("node", found.Node);
            writer.WriteString("protocol", listener.Protocol);
            writer.WriteString("interface", listener.EndPoint.Address.ToString());
            writer.WriteNumber("port", listener.EndPoint.Port);
            writer.WriteString("subject", certificate.Subject);
            writer.WriteString("expires_on", certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static IReadOnlyList<OpenListener> Listeners(ApiRequest request) => request.Services.GetRequiredService<ListenerDirectory>().All;
}
