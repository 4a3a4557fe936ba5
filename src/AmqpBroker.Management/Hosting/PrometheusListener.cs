using System.Net.Sockets;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Management.Prometheus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Hosting;

/// <summary>Serves Prometheus on a port of its own, without a login, as RabbitMQ does.</summary>
internal sealed class PrometheusListener(
    IOptions<PrometheusOptions> options,
    ManagementEndpoints endpoints,
    ListenerDirectory listeners,
    IServiceProvider services,
    ILoggerFactory loggerFactory) : IHostedService, IAsyncDisposable
{
    private readonly HttpServer _server = new(loggerFactory);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var prometheus = options.Value;
        if (prometheus.Port == ManagementOptions.NoPort)
        {
            return;
        }

        var listening = new List<ListenOptions>();
        try
        {
            await _server.StartAsync(kestrel => Listen(kestrel, prometheus, listening), server => server.Run(context => AnswerAsync(context, prometheus.Path)), cancellationToken);
        }
        catch (IOException exception)
        {
            throw HttpServer.CannotListen(prometheus.Address, prometheus.Port, "Prometheus:Port", exception);
        }

        endpoints.Metrics = [.. listening.Select(HttpServer.EndPointOf)];
        listeners.Add(endpoints.Metrics.Select(static endPoint => new OpenListener(ProtocolNames.Prometheus, endPoint)));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Listen(KestrelServerOptions kestrel, PrometheusOptions prometheus, List<ListenOptions> listening)
    {
        _ = ListenAddress.TryResolve(prometheus.Address, Socket.OSSupportsIPv6, out var addresses);
        foreach (var address in addresses)
        {
            kestrel.Listen(address, prometheus.Port, listening.Add);
        }
    }

    private async Task AnswerAsync(HttpContext context, string path)
    {
        var asked = context.Request.Path.Value?.TrimEnd('/') ?? "";
        var rest = asked.StartsWith(path, StringComparison.Ordinal) ? asked[path.Length..] : null;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        var answer = new MetricsAnswer(services);
        switch (rest)
        {
            case "":
                await answer.SendAsync(context, MetricsEndpoints.UsualScope(services), "aggregated");
                break;
            case "/per-object":
                await answer.SendAsync(context, MetricsScope.PerObject, "per-object");
                break;
            case "/detailed":
                await answer.SendAsync(context, MetricsScope.Read(context.Request.Query), "detailed");
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                await context.Response.WriteAsync(rest?.StartsWith('/') == true ? "Unknown Registry" : "", context.RequestAborted);
                break;
        }
    }
}
