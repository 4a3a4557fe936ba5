using System.Globalization;

namespace AmqpBroker.Telemetry;

/// <summary>Finds every mistake in the <c>Telemetry</c> section.</summary>
internal static class TelemetryOptionsValidator
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostInterval = TimeSpan.FromHours(1);

    public static IEnumerable<string> Validate(TelemetryOptions options)
    {
        if (options.Endpoint is { } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return $"Telemetry:{nameof(options.Endpoint)} is '{endpoint}'; allowed: the URL of a collector, such as http://localhost:4318";
        }

        if (options.Interval < LeastInterval || options.Interval > MostInterval)
        {
            yield return $"Telemetry:{nameof(options.Interval)} is '{options.Interval}'; allowed: {LeastInterval} to {MostInterval}";
        }

        if (options.RootTraceRatio is not (>= 0 and <= 1))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"Telemetry:{nameof(options.RootTraceRatio)} is '{options.RootTraceRatio}'; allowed: 0 to 1");
        }
    }
}
