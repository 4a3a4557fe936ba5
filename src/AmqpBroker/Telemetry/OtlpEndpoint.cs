using OpenTelemetry.Exporter;

namespace AmqpBroker.Telemetry;

/// <summary>Where a collector takes what it is sent.</summary>
internal static class OtlpEndpoint
{
    private const string Metrics = "/v1/metrics";
    private const string Traces = "/v1/traces";

    public static void SetMetrics(OtlpExporterOptions exporter, TelemetryOptions options) => Set(exporter, options, Metrics);

    public static void SetTraces(OtlpExporterOptions exporter, TelemetryOptions options) => Set(exporter, options, Traces);

    /// <summary>The exporter takes an address that is set in code as it is. Over HTTP each kind has a path of its own below the one configured.</summary>
    public static Uri Of(TelemetryOptions options, string path)
    {
        var endpoint = new Uri(options.Endpoint ?? throw new ArgumentException("no endpoint", nameof(options)));
        if (options.Protocol == OtlpProtocol.Grpc)
        {
            return endpoint;
        }

        var parent = endpoint.AbsolutePath.TrimEnd('/');
        foreach (var known in (string[])[Metrics, Traces])
        {
            parent = parent.EndsWith(known, StringComparison.Ordinal) ? parent[..^known.Length] : parent;
        }

        return new UriBuilder(endpoint) { Path = parent + path }.Uri;
    }

    private static void Set(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        exporter.Endpoint = Of(options, path);
        exporter.Protocol = options.Protocol == OtlpProtocol.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
    }
}
