using System.IO.Compression;
using System.IO.Pipelines;
using AmqpBroker.Core;
using AmqpBroker.Management.Resources;
using AmqpBroker.Management.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Prometheus;

/// <summary>Answers scrapes: family by family, so that one of ten thousand queues is never in memory as a whole.</summary>
internal sealed class MetricsAnswer(IServiceProvider services)
{
    private const string ContentType = "text/plain; version=0.0.4";

    /// <summary>Sends the metrics of a scope.</summary>
    /// <param name="http">The request and its answer.</param>
    /// <param name="scope">What is wanted.</param>
    /// <param name="endpoint">The name of what is asked for.</param>
    public async ValueTask SendAsync(HttpContext http, MetricsScope scope, string endpoint)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        http.Response.ContentType = ContentType;
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = "identity";
            await WriteAsync(http.Response.BodyWriter, scope, endpoint, http.RequestAborted);
            return;
        }

        http.Response.Headers.ContentEncoding = "gzip";
        await using var zip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        var pipe = PipeWriter.Create(zip, new StreamPipeWriterOptions(leaveOpen: true));
        await WriteAsync(pipe, scope, endpoint, http.RequestAborted);
        await pipe.CompleteAsync();
    }

    private async ValueTask WriteAsync(PipeWriter pipe, MetricsScope scope, string endpoint, CancellationToken aborted)
    {
        var text = new MetricsText(pipe);
        var clusterId = await GlobalParameters.ClusterIdOfAsync(services.GetRequiredService<Broker>());
        foreach (var write in Collect(scope, endpoint, clusterId))
        {
            write(text);
            await pipe.FlushAsync(aborted);
        }
    }

    private IEnumerable<Action<MetricsText>> Collect(MetricsScope scope, string endpoint, string clusterId)
    {
        var broker = services.GetRequiredService<Broker>();
        var sampling = services.GetRequiredService<SamplingService>();
        sampling.Sampler.Refresh();
        IEnumerable<Action<MetricsText>> families =
        [
            .. ClusterMetrics.Write(broker, services.GetRequiredService<BrokerIdentity>(), scope, endpoint, clusterId),
            .. NodeMetrics.Write(broker, sampling.Node, scope),
        ];
        families = families.Concat(QueueMetrics.Write(broker, scope)).Concat(ChannelMetrics.Write(broker, scope)).Concat(ConnectionMetrics.Write(broker, scope));
        return scope.IsDetailed ? families : families.Concat(GlobalMetrics.Write(broker));
    }
}
