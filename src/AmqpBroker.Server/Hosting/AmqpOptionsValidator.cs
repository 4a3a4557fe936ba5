using System.Text;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.VirtualHosts;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Finds every mistake in the <c>Amqp</c> section. Whether a certificate can be read is seen when it is loaded.</summary>
internal sealed class AmqpOptionsValidator : IValidateOptions<AmqpOptions>
{
    private const int LeastFrameMax = 4096;
    private const int MostFrameMax = 16 * 1024 * 1024;
    private const int MostMaxMessageSize = 512 * 1024 * 1024;
    private static readonly TimeSpan LeastHandshakeTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastConsumerTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostConsumerTimeout = TimeSpan.FromDays(365);
    private static readonly TimeSpan MostHandshakeTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, AmqpOptions options)
    {
        var mistakes = new OptionMistakes("Amqp");
        CheckListeners(options, mistakes);
        CheckCertificate(options, mistakes);
        CheckLimits(options, mistakes);
        CheckNames(options, mistakes);
        CheckAccess(options, mistakes);
        return mistakes.Lines.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes.Lines);
    }

    private static void CheckListeners(AmqpOptions options, OptionMistakes mistakes)
    {
        if (!ListenAddress.IsValid(options.Address))
        {
            mistakes.Add(nameof(options.Address), options.Address, "* (every address), localhost, or an IP address");
        }

        CheckPort(nameof(options.Port), options.Port, mistakes);
        CheckPort(nameof(options.TlsPort), options.TlsPort, mistakes);

        var hasTls = options.Certificate is not null && options.TlsPort != AmqpOptions.NoPort;
        if (options.Port == AmqpOptions.NoPort && !hasTls)
        {
            mistakes.Add(nameof(options.Port), options.Port, "-1 only beside a TLS listener (set Amqp:Certificate), as nothing would listen");
        }

        if (hasTls && options.Port > 0 && options.Port == options.TlsPort)
        {
            mistakes.Add(nameof(options.TlsPort), options.TlsPort, "a port other than Amqp:Port");
        }
    }

    private static void CheckPort(string key, int port, OptionMistakes mistakes)
    {
        if (port is < AmqpOptions.NoPort or > ushort.MaxValue)
        {
            mistakes.Add(key, port, "1 to 65535, 0 (any free port) or -1 (none)");
        }
    }

    private static void CheckCertificate(AmqpOptions options, OptionMistakes mistakes)
    {
        if (options.Certificate is { } certificate && string.IsNullOrWhiteSpace(certificate))
        {
            mistakes.Add(nameof(options.Certificate), certificate, "the path of a PEM or PFX file, or leave it out");
        }

        if (options.Certificate is null && options.CertificateKey is not null)
        {
            mistakes.Add(nameof(options.CertificateKey), options.CertificateKey, "only together with Amqp:Certificate");
        }

        if (options.Certificate is null && options.CertificatePassword is not null)
        {
            mistakes.Add(nameof(options.CertificatePassword), "(hidden)", "only together with Amqp:Certificate");
        }

        if (options.Certificate is null && options.ClientCertificates != ClientCertificates.None)
        {
            mistakes.Add(nameof(options.ClientCertificates), options.ClientCertificates, "only together with Amqp:Certificate");
        }

        if (options.ClientCertificates == ClientCertificates.None && options.CertificateAuthorities is not null)
        {
            mistakes.Add(nameof(options.CertificateAuthorities), options.CertificateAuthorities, "only together with Amqp:ClientCertificates");
        }

        if (options.Certificate is null && options.TlsPort is not (AmqpOptions.DefaultTlsPort or AmqpOptions.NoPort))
        {
            mistakes.Add(nameof(options.TlsPort), options.TlsPort, "only together with Amqp:Certificate");
        }
    }

    private static void CheckLimits(AmqpOptions options, OptionMistakes mistakes)
    {
        mistakes.RequireRange(nameof(options.FrameMax), options.FrameMax, LeastFrameMax, MostFrameMax, " bytes");
        mistakes.RequireRange(nameof(options.ChannelMax), options.ChannelMax, 1, ushort.MaxValue, " channels");
        mistakes.RequireRange(nameof(options.MaxConnections), options.MaxConnections, 0, int.MaxValue, " connections (0: no limit)");
        mistakes.RequireRange(nameof(options.Heartbeat), options.Heartbeat, 0, ushort.MaxValue, " seconds (0: off)");
        mistakes.RequireRange(nameof(options.MaxMessageSize), options.MaxMessageSize, 1, MostMaxMessageSize, " bytes");
        mistakes.RequireRange(nameof(options.TcpBacklog), options.TcpBacklog, 1, ushort.MaxValue, " connections");

        if (options.HandshakeTimeout < LeastHandshakeTimeout || options.HandshakeTimeout > MostHandshakeTimeout)
        {
            mistakes.Add(nameof(options.HandshakeTimeout), options.HandshakeTimeout, $"{LeastHandshakeTimeout} to {MostHandshakeTimeout}");
        }

        if (options.ConsumerTimeout != TimeSpan.Zero && (options.ConsumerTimeout < LeastConsumerTimeout || options.ConsumerTimeout > MostConsumerTimeout))
        {
            mistakes.Add(nameof(options.ConsumerTimeout), options.ConsumerTimeout, $"{LeastConsumerTimeout} to {MostConsumerTimeout}, or {TimeSpan.Zero} for none");
        }
    }

    private static void CheckNames(AmqpOptions options, OptionMistakes mistakes)
    {
        if (!IsVersion(options.RabbitMqVersion))
        {
            mistakes.Add(nameof(options.RabbitMqVersion), options.RabbitMqVersion, "three numbers, as in 3.13.7");
        }

        if (string.IsNullOrWhiteSpace(options.ClusterName) || Encoding.UTF8.GetByteCount(options.ClusterName) > byte.MaxValue)
        {
            mistakes.Add(nameof(options.ClusterName), options.ClusterName, "1 to 255 bytes of text");
        }
    }

    private static void CheckAccess(AmqpOptions options, OptionMistakes mistakes)
    {
        if (string.IsNullOrEmpty(options.DefaultUser) || Encoding.UTF8.GetByteCount(options.DefaultUser) > byte.MaxValue)
        {
            mistakes.Add(nameof(options.DefaultUser), options.DefaultUser, "1 to 255 bytes of text");
        }

        if (string.IsNullOrEmpty(options.DefaultPassword))
        {
            mistakes.Add(nameof(options.DefaultPassword), "empty", "a password");
        }

        if (!VirtualHostDirectory.IsValidName(options.DefaultVirtualHost))
        {
            mistakes.Add(nameof(options.DefaultVirtualHost), options.DefaultVirtualHost, "1 to 255 bytes of text");
        }

        CheckPattern(nameof(options.DefaultConfigure), options.DefaultConfigure, mistakes);
        CheckPattern(nameof(options.DefaultWrite), options.DefaultWrite, mistakes);
        CheckPattern(nameof(options.DefaultRead), options.DefaultRead, mistakes);
        if (options.DefaultQueueType is not (AmqpOptions.ClassicQueues or AmqpOptions.QuorumQueues))
        {
            mistakes.Add(nameof(options.DefaultQueueType), options.DefaultQueueType, "classic or quorum");
        }
    }

    private static void CheckPattern(string key, string pattern, OptionMistakes mistakes)
    {
        if (PermissionDirectory.FlawOf(pattern) is { } flaw)
        {
            mistakes.Add(key, pattern, $"a regular expression ({flaw})");
        }
    }

    private static bool IsVersion(string? text)
        => text is not null
            && Version.TryParse(text, out var version)
            && version is { Build: >= 0, Revision: -1 }
            && string.Equals(version.ToString(), text, StringComparison.Ordinal);
}
