using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Tests.Telemetry;

/// <summary>Takes what is sent by OTLP over HTTP or gRPC.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Channel<(string Path, string Type, string Body)> _received = Channel.CreateUnbounded<(string Path, string Type, string Body)>();

    private Collector(WebApplication application) => _application = application;

    public string Url { get; private set; } = string.Empty;

    /// <param name="isGrpc">Whether it speaks gRPC, without TLS, and nothing else.</param>
    public static async Task<Collector> StartAsync(bool isGrpc = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var collector = new Collector(builder.Build());
        collector._application.Run(collector.TakeAsync);
        await collector._application.StartAsync();
        collector.Url = collector._application.Urls.Single();
        return collector;
    }

    /// <summary>Path, media type and body of the next request; names stand in the body as they are.</summary>
    public ValueTask<(string Path, string Type, string Body)> NextAsync(CancellationToken cancellationToken) => _received.Reader.ReadAsync(cancellationToken);

    /// <summary>The next request of a path; others are passed over.</summary>
    public async ValueTask<(string Path, string Type, string Body)> NextAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            var request = await NextAsync(cancellationToken);
            if (request.Path == path)
            {
                return request;
            }
        }
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (context.Request.ContentType == "application/grpc")
        {
            // An empty answer, and that it went well.
            context.Response.ContentType = "application/grpc";
            context.Response.AppendTrailer("grpc-status", "0");
            await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        }

        await _received.Writer.WriteAsync((context.Request.Path, context.Request.ContentType ?? string.Empty, Encoding.Latin1.GetString(body.ToArray())), context.RequestAborted);
    }
}
