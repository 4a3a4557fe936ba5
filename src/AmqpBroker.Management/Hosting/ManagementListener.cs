using System.Net;
using System.Net.Security;
using AmqpBroker.Core.Certificates;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
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
    /// <summary>Time for requests under way when the broker stops; those that take longer are cut off.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(1);

    private WebApplication? _server;
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
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggerFactory);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, management, plain, secure));
        _server = builder.Build();
        ApiServer.Map(_server, management, services);
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw CannotListen(management, exception);
        }

        endpoints.Http = [.. plain.Select(EndPointOf)];
        endpoints.Https = [.. secure.Select(EndPointOf)];
        listeners.Add(endpoints.Https.Select(endPoint => new OpenListener(ProtocolNames.Https, endPoint) { Certificates = () => _certificates?.Current.All ?? [] }));
        listeners.Add(endpoints.Http.Select(static endPoint => new OpenListener(ProtocolNames.Http, endPoint)));
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
        {
            return;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ShutdownTime);
        await _server.StopAsync(deadline.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _certificates?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static bool HasTls(ManagementOptions management) => management.Certificate is not null && management.TlsPort != ManagementOptions.NoPort;

    private void Listen(KestrelServerOptions kestrel, ManagementOptions management, List<ListenOptions> plain, List<ListenOptions> secure)
    {
        kestrel.AddServerHeader = false;

        // The size of a body is judged where it is read, and answered as RabbitMQ answers.
        kestrel.Limits.MaxRequestBodySize = null;

        // The validator has seen to it that the address can be read.
        _ = ListenAddress.TryResolve(management.Address, out var addresses);
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

    private static IPEndPoint EndPointOf(ListenOptions listen) =>
        listen.IPEndPoint ?? throw new InvalidOperationException("a listener without an address");

    private static ManagementStartException CannotListen(ManagementOptions management, IOException exception)
    {
        var isTls = exception.Message.Contains($":{management.TlsPort}:", StringComparison.Ordinal);
        var (port, key) = isTls ? (management.TlsPort, "Management:TlsPort") : (management.Port, "Management:Port");
        return exception.InnerException is AddressInUseException
            ? new($"port {port} on {management.Address} is already in use: stop what listens there (is another broker running?) or set {key}", exception)
            : new($"cannot listen on {management.Address}:{port}: {exception.Message.ReplaceLineEndings(" ")}", exception);
    }
}
