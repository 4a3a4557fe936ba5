using AmqpBroker.Core.Listeners;

namespace AmqpBroker.Management.Hosting;

/// <summary>The management API; configuration section <c>Management</c>. Read once, at start.</summary>
public sealed class ManagementOptions
{
    /// <summary>A port of 0: the system picks a free one, told by <see cref="ManagementEndpoints"/> after the start.</summary>
    public const int AnyFreePort = 0;

    /// <summary>A port of -1: this listener stays closed.</summary>
    public const int NoPort = -1;

    /// <summary>RabbitMQ's port for its API over TLS.</summary>
    public const int DefaultTlsPort = 15671;

    /// <summary>Where to listen: <c>*</c> (every IPv4 and IPv6 address), <c>localhost</c>, or one IP address.</summary>
    public string Address { get; set; } = ListenAddress.Any;

    /// <summary>Port for plain HTTP; <see cref="AnyFreePort"/> and <see cref="NoPort"/> have their meaning.</summary>
    public int Port { get; set; } = 15672;

    /// <summary>Port for HTTPS, open when a <see cref="Certificate"/> is set; 0 and -1 as for <see cref="Port"/>.</summary>
    public int TlsPort { get; set; } = DefaultTlsPort;

    /// <summary>Path of the server's certificate, PEM (with its chain) or PFX; read again when it changes. None: no HTTPS.</summary>
    public string? Certificate { get; set; }

    /// <summary>Path of the PEM private key. None: the key is looked for in the file of the certificate.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>Password of the PFX file or of the encrypted PEM key.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>What all paths begin with, such as <c>/broker</c>: for a proxy that serves others beside. Empty for nothing.</summary>
    public string PathPrefix { get; set; } = string.Empty;

    /// <summary>Largest request body, in bytes; a larger one is refused as RabbitMQ refuses it, whose default this is.</summary>
    public int MaxBodySize { get; set; } = 10_000_000;

    /// <summary>Origins that browsers may call from, separated by commas; <c>*</c> for any, none for the broker's own pages only.</summary>
    public string? CorsOrigins { get; set; }

    /// <summary>Path of a file of definitions that is imported at each start; none for no file. It holds as a whole, or the start fails.</summary>
    public string? LoadDefinitions { get; set; }

    /// <summary>Directory of the web pages' files; none for <c>management-ui</c> beside the executable. Where there are no pages, the API is served alone.</summary>
    public string? PagesDirectory { get; set; }

    /// <summary>How long the login of a browser outlives its last use, from a minute to a year; RabbitMQ's default.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a browser may remember what an origin may do. The default is RabbitMQ's.</summary>
    public TimeSpan CorsMaxAge { get; set; } = TimeSpan.FromMinutes(30);
}
