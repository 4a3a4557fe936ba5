using System.Net;
using AmqpBroker.Management.Prometheus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Hosting;

/// <summary>Serves Prometheus on a port of its own, without a login, as RabbitMQ does.</summary>
internal sealed class PrometheusListener(
    IOptions<PrometheusOptions> options,
    ManagementEndpoints endpoints,
    IServiceProvider services,
    ILoggerFactory loggerFactory) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(1);

    private WebApplication? _server;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var prometheus = options.Value;
        if (prometheus.Port == ManagementOptions.NoPort)
        {
            return;
        }

        var listening = new List<ListenOptions>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggerFactory);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            _ = ListenAddress.TryResolve(prometheus.Address, out var addresses);
            foreach (var address in addresses)
            {
                kestrel.Listen(address, prometheus.Port, listening.Add);
            }
        });
        _server = builder.Build();
        _server.Run(context => AnswerAsync(context, prometheus.Path));
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw CannotListen(prometheus, exception);
        }

        endpoints.Metrics = [.. listening.Select(static listen => listen.IPEndPoint ?? new IPEndPoint(IPAddress.None, 0))];
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

    private static ManagementStartException CannotListen(PrometheusOptions options, IOException exception) =>
        exception.InnerException is AddressInUseException
            ? new($"port {options.Port} on {options.Address} is already in use: stop what listens there (is another broker running?) or set Prometheus:Port", exception)
            : new($"cannot listen on {options.Address}:{options.Port}: {exception.Message.ReplaceLineEndings(" ")}", exception);
}
