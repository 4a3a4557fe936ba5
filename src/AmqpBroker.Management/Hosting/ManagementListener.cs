using System.Net;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
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
    IServiceProvider services,
    ILoggerFactory loggerFactory) : IHostedService, IAsyncDisposable
{
    /// <summary>Time for requests under way when the broker stops; those that take longer are cut off.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(1);

    private WebApplication? _server;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var management = options.Value;
        if (management.Port == ManagementOptions.NoPort)
        {
            return;
        }

        var listening = new List<ListenOptions>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggerFactory);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, management, listening));
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

        endpoints.Http = [.. listening.Select(EndPointOf)];
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
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static void Listen(KestrelServerOptions kestrel, ManagementOptions management, List<ListenOptions> listening)
    {
        kestrel.AddServerHeader = false;

        // The size of a body is judged where it is read, and answered as RabbitMQ answers.
        kestrel.Limits.MaxRequestBodySize = null;

        // The validator has seen to it that the address can be read.
        _ = ListenAddress.TryResolve(management.Address, out var addresses);
        foreach (var address in addresses)
        {
            kestrel.Listen(address, management.Port, listening.Add);
        }
    }

    private static IPEndPoint EndPointOf(ListenOptions listen) =>
        listen.IPEndPoint ?? throw new InvalidOperationException("a listener without an address");

    private static ManagementStartException CannotListen(ManagementOptions management, IOException exception) =>
        exception.InnerException is AddressInUseException
            ? new($"port {management.Port} on {management.Address} is already in use: stop what listens there (is another broker running?) or set Management:Port", exception)
            : new($"cannot listen on {management.Address}:{management.Port}: {exception.Message.ReplaceLineEndings(" ")}", exception);
}
