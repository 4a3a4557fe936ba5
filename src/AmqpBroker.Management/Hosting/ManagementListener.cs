using System.Net.Security;
using System.Net.Sockets;
using AmqpBroker.Core.Certificates;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Hosting;

/// <summary>Serves the management API with a Kestrel of its own, so that it stands in any host beside whatever else that serves.</summary>
internal sealed class ManagementListener(
    IOptions<ManagementOptions> options,
    ManagementEndpoints endpoints,
    ListenerDirectory listeners,
    TimeProvider timeProvider,
    IServiceProvider services,
    ILoggerFactory loggerFactory) : IHostedService, IAsyncDisposable
{
    private readonly HttpServer _server = new(loggerFactory);
    private CertificateSource? _certificates;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var management = options.Value;
        if (management.Port == ManagementOptions.NoPort && !HasTls(management))
        {
            return;
        }

        var plain = new List<ListenOptions>();
        var secure = new List<ListenOptions>();
        try
        {
            await _server.StartAsync(kestrel => Listen(kestrel, management, plain, secure), server => ApiServer.Map(server, management, services), cancellationToken);
        }
        catch (IOException exception)
        {
            var isTls = exception.Message.Contains($":{management.TlsPort}:", StringComparison.Ordinal);
            var (port, key) = isTls ? (management.TlsPort, "Management:TlsPort") : (management.Port, "Management:Port");
            throw HttpServer.CannotListen(management.Address, port, key, exception);
        }

        endpoints.Http = [.. plain.Select(HttpServer.EndPointOf)];
        endpoints.Https = [.. secure.Select(HttpServer.EndPointOf)];
        listeners.Add(endpoints.Http.Select(static endPoint => new OpenListener(ProtocolNames.Http, endPoint)));
        listeners.Add(endpoints.Https.Select(endPoint => new OpenListener(ProtocolNames.Https, endPoint) { Certificates = () => _certificates?.Current.All ?? [] }));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _certificates?.Dispose();
        return _server.DisposeAsync();
    }

    private static bool HasTls(ManagementOptions management) => management.Certificate is not null && management.TlsPort != ManagementOptions.NoPort;

    private void Listen(KestrelServerOptions kestrel, ManagementOptions management, List<ListenOptions> plain, List<ListenOptions> secure)
    {
        // The size of a body is judged where it is read, and answered as RabbitMQ answers.
        kestrel.Limits.MaxRequestBodySize = null;

        // The validator has seen to it that the address can be read.
        _ = ListenAddress.TryResolve(management.Address, Socket.OSSupportsIPv6, out var addresses);
        if (HasTls(management))
        {
            var certificates = _certificates = OpenCertificates(management);
            foreach (var address in addresses)
            {
                kestrel.Listen(address, management.TlsPort, listen =>
                {
                    secure.Add(listen);
                    UseTls(listen, certificates);
                });
            }
        }

        if (management.Port != ManagementOptions.NoPort)
        {
            foreach (var address in addresses)
            {
                kestrel.Listen(address, management.Port, plain.Add);
            }
        }
    }

    private CertificateSource OpenCertificates(ManagementOptions management)
    {
        // There is one, or nobody would ask.
        var files = new CertificateFiles("Management", management.Certificate!, management.CertificateKey, management.CertificatePassword);
        try
        {
            return new CertificateSource(files, timeProvider, loggerFactory.CreateLogger<CertificateSource>());
        }
        catch (CertificateException exception)
        {
            throw new ManagementStartException(exception.Message, exception);
        }
    }

    private static void UseTls(ListenOptions listen, CertificateSource certificates) => listen.UseHttps(new TlsHandshakeCallbackOptions
    {
        OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificates.Current.Context }),
    });
}
