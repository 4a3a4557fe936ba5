using System.Net;
using System.Net.Sockets;
using AmqpBroker.Core;
using AmqpBroker.Core.Certificates;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Server.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Listens for AMQP with a Kestrel of its own, so that it stands in any host beside whatever else that serves.</summary>
internal sealed class AmqpListener(
    IOptions<AmqpBrokerOptions> options,
    AmqpConnectionHandler handler,
    AmqpBrokerEndpoints endpoints,
    TimeProvider timeProvider,
    ListenerDirectory listeners,
    ILoggerFactory loggerFactory,
    IEnumerable<IBrokerStartup> startup) : IHostedService, IAsyncDisposable
{
    /// <summary>Unsent bytes from which on a connection counts as slow and its consumers wait.</summary>
    private const int UnsentLimit = 256 * 1024;

    /// <summary>Time for clients to answer connection.close when the broker stops; those who do not are dropped.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(3);

    private WebApplication? _server;
    private CertificateSource? _certificates;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var step in startup)
        {
            await step.RunAsync(cancellationToken);
        }

        var amqp = options.Value.Amqp;
        var plain = new List<ListenOptions>();
        var secure = new List<ListenOptions>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggerFactory);
        builder.Services.AddSingleton(handler);
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, BlockPoolFactory>();
        builder.Services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.Backlog = amqp.TcpBacklog;
            sockets.MaxWriteBufferSize = UnsentLimit;

            // Straight to the thread pool: Kestrel's queues before it gather work, at about 8 us more for a lone message.
            sockets.IOQueueCount = 0;
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, amqp, plain, secure));
        _server = builder.Build();
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw CannotListen(amqp, exception);
        }

        endpoints.Amqp = [.. plain.Select(EndPointOf)];
        endpoints.Amqps = [.. secure.Select(EndPointOf)];
        listeners.Add(endpoints.Amqp.Select(endPoint => new OpenListener(ProtocolNames.Amqp, endPoint) { Backlog = amqp.TcpBacklog }));
        listeners.Add(endpoints.Amqps.Select(endPoint => new OpenListener(ProtocolNames.Amqps, endPoint)
        {
            Backlog = amqp.TcpBacklog,
            Certificates = () => _certificates?.Current.All ?? [],
        }));
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
        {
            return;
        }

        listeners.Remove(ProtocolNames.Amqp);
        listeners.Remove(ProtocolNames.Amqps);
        handler.Shutdown();
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

    private void Listen(KestrelServerOptions kestrel, AmqpOptions amqp, List<ListenOptions> plain, List<ListenOptions> secure)
    {
        // The validator has seen to it that the address can be read.
        _ = ListenAddress.TryResolve(amqp.Address, Socket.OSSupportsIPv6, out var addresses);

        // TLS first: whoever finds the plain port open may rely on the other.
        if (amqp.Certificate is not null && amqp.TlsPort != AmqpOptions.NoPort)
        {
            var certificates = _certificates = OpenCertificates(amqp.CertificateFiles(amqp.Certificate));
            foreach (var address in addresses)
            {
                kestrel.Listen(address, amqp.TlsPort, listen =>
                {
                    secure.Add(listen);
                    TlsHandshake.Use(listen, certificates, amqp.ClientCertificates);
                    listen.UseConnectionHandler<AmqpConnectionHandler>();
                });
            }
        }

        if (amqp.Port != AmqpOptions.NoPort)
        {
            foreach (var address in addresses)
            {
                kestrel.Listen(address, amqp.Port, listen =>
                {
                    plain.Add(listen);
                    listen.UseConnectionHandler<AmqpConnectionHandler>();
                });
            }
        }
    }

    private CertificateSource OpenCertificates(CertificateFiles files)
    {
        try
        {
            return new CertificateSource(files, timeProvider, loggerFactory.CreateLogger<CertificateSource>());
        }
        catch (CertificateException exception)
        {
            throw new AmqpBrokerStartException(exception.Message, exception);
        }
    }

    private static IPEndPoint EndPointOf(ListenOptions listen) =>
        listen.IPEndPoint ?? throw new InvalidOperationException("a listener without an address");

    private static AmqpBrokerStartException CannotListen(AmqpOptions amqp, IOException exception)
    {
        var port = exception.Message.Contains($":{amqp.TlsPort}:", StringComparison.Ordinal) ? amqp.TlsPort : amqp.Port;
        var key = port == amqp.TlsPort ? "Amqp:TlsPort" : "Amqp:Port";
        return exception.InnerException is AddressInUseException
            ? new($"port {port} on {amqp.Address} is already in use: stop what listens there (is another broker running?) or set {key}", exception)
            : new($"cannot listen on {amqp.Address}:{port}: {exception.Message.ReplaceLineEndings(" ")}", exception);
    }
}
