using System.Globalization;
using AmqpBroker.Core.Listeners;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Hosting;

/// <summary>Lists every mistake in the <c>Prometheus</c> section at once.</summary>
public sealed class PrometheusOptionsValidator : IValidateOptions<PrometheusOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, PrometheusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var mistakes = new List<string>();
        if (!ListenAddress.IsValid(options.Address))
        {
            mistakes.Add(Describe(nameof(options.Address), options.Address, "* (every address), localhost, or an IP address"));
        }

        if (options.Port is < ManagementOptions.NoPort or > ushort.MaxValue)
        {
            mistakes.Add(Describe(nameof(options.Port), options.Port, "1 to 65535, 0 (any free port) or -1 (none)"));
        }

        if (options.Path is not { Length: > 1 } path || path[0] != '/' || path[^1] == '/' || path.AsSpan().IndexOfAny("{}?# ") >= 0)
        {
            mistakes.Add(Describe(nameof(options.Path), options.Path, "a path such as /metrics"));
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static string Describe(string key, object? value, string allowed)
    {
        var shown = value is null or "" ? "empty" : string.Create(CultureInfo.InvariantCulture, $"'{value}'");
        return $"Prometheus:{key} is {shown}; allowed: {allowed}";
    }
}
