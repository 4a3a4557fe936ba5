using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Hosting;

/// <summary>A Kestrel that serves HTTP beside whatever else the host serves; none until it is started.</summary>
internal sealed class HttpServer(ILoggerFactory loggerFactory) : IAsyncDisposable
{
    /// <summary>Time for requests under way when the broker stops; those that take longer are cut off.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(1);

    private WebApplication? _server;

    /// <summary>Begins to serve.</summary>
    /// <param name="listen">Names the addresses.</param>
    /// <param name="answer">Says what is answered.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">It cannot listen there: see <see cref="CannotListen"/>.</exception>
    public async Task StartAsync(Action<KestrelServerOptions> listen, Action<WebApplication> answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggerFactory);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            listen(kestrel);
        });
        _server = builder.Build();
        answer(_server);
        await _server.StartAsync(cancellationToken);
    }

    /// <summary>Stops listening, and waits a little for the requests under way.</summary>
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
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Where it listens, once it does.</summary>
    public static IPEndPoint EndPointOf(ListenOptions listen) =>
        listen.IPEndPoint ?? throw new InvalidOperationException("a listener without an address");

    /// <summary>What the operator is told when a port cannot be opened.</summary>
    /// <param name="address">Where, as it was set.</param>
    /// <param name="port">The port.</param>
    /// <param name="key">The setting of the port.</param>
    /// <param name="exception">What went wrong.</param>
    public static ManagementStartException CannotListen(string address, int port, string key, IOException exception) =>
        exception.InnerException is AddressInUseException
            ? new($"port {port} on {address} is already in use: stop what listens there (is another broker running?) or set {key}", exception)
            : new($"cannot listen on {address}:{port}: {exception.Message.ReplaceLineEndings(" ")}", exception);
}
