using System.Globalization;
using AmqpBroker.Core.Listeners;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Hosting;

/// <summary>Lists every mistake in the <c>Management</c> section at once.</summary>
public sealed class ManagementOptionsValidator : IValidateOptions<ManagementOptions>
{
    private const int LeastMaxBodySize = 1024;
    private const int MostMaxBodySize = 1 << 30;
    private static readonly TimeSpan MostCorsMaxAge = TimeSpan.FromDays(30);
    private static readonly TimeSpan LeastSessionTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostSessionTimeout = TimeSpan.FromDays(365);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ManagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var mistakes = new List<string>();
        if (!ListenAddress.IsValid(options.Address))
        {
            mistakes.Add(Describe(nameof(options.Address), options.Address, "* (every address), localhost, or an IP address"));
        }

        CheckPorts(options, mistakes);

        if (options.PathPrefix.Length > 0 && (options.PathPrefix[0] != '/' || options.PathPrefix[^1] == '/' || options.PathPrefix.AsSpan().ContainsAny("?#%")))
        {
            mistakes.Add(Describe(nameof(options.PathPrefix), options.PathPrefix, "a path such as /broker, or nothing"));
        }

        if (options.MaxBodySize is < LeastMaxBodySize or > MostMaxBodySize)
        {
            mistakes.Add(Describe(
                nameof(options.MaxBodySize), options.MaxBodySize, string.Create(CultureInfo.InvariantCulture, $"{LeastMaxBodySize} to {MostMaxBodySize} bytes")));
        }

        if (options.CorsMaxAge < TimeSpan.Zero || options.CorsMaxAge > MostCorsMaxAge)
        {
            mistakes.Add(Describe(nameof(options.CorsMaxAge), options.CorsMaxAge, $"{TimeSpan.Zero} to {MostCorsMaxAge}"));
        }

        if (options.SessionTimeout < LeastSessionTimeout || options.SessionTimeout > MostSessionTimeout)
        {
            mistakes.Add(Describe(nameof(options.SessionTimeout), options.SessionTimeout, $"{LeastSessionTimeout} to {MostSessionTimeout}"));
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckPorts(ManagementOptions options, List<string> mistakes)
    {
        const string allowed = "1 to 65535, 0 (any free port) or -1 (none)";
        if (options.Port is < ManagementOptions.NoPort or > ushort.MaxValue)
        {
            mistakes.Add(Describe(nameof(options.Port), options.Port, allowed));
        }

        if (options.TlsPort is < ManagementOptions.NoPort or > ushort.MaxValue)
        {
            mistakes.Add(Describe(nameof(options.TlsPort), options.TlsPort, allowed));
        }

        if (options.Certificate is not null && options.Port > 0 && options.Port == options.TlsPort)
        {
            mistakes.Add(Describe(nameof(options.TlsPort), options.TlsPort, "a port other than Management:Port"));
        }

        if (options.Certificate is null && (options.CertificateKey ?? options.CertificatePassword) is not null)
        {
            mistakes.Add(Describe(nameof(options.Certificate), options.Certificate, "the path of a PEM or PFX file, as its key or password is set"));
        }
    }

    private static string Describe(string key, object? value, string allowed)
    {
        var shown = value is null or "" ? "empty" : string.Create(CultureInfo.InvariantCulture, $"'{value}'");
        return $"Management:{key} is {shown}; allowed: {allowed}";
    }
}
