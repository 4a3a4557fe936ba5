using AmqpBroker.Management.Api;
using AmqpBroker.Management.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Prometheus;

/// <summary>Prometheus' metrics on the port of the API: the sums for everyone, as on their own port; names of queues and clients for those who may see them.</summary>
internal static class MetricsEndpoints
{
    private const string Text = "text/plain";

    public static void Map(ApiMap map)
    {
        map.Add(new ApiEndpoint("GET", "/metrics", ApiAccess.Anyone, "Prometheus' metrics, summed up.", static request =>
            AnswerAsync(request, UsualScope(request.Services), "aggregated"))
        { MediaType = Text });
        map.Add(new ApiEndpoint("GET", "/metrics/per-object", ApiAccess.Monitoring, "Prometheus' metrics by queue, channel and connection.", static request =>
            AnswerAsync(request, MetricsScope.PerObject, "per-object"))
        { MediaType = Text });
        map.Add(new ApiEndpoint("GET", "/metrics/detailed", ApiAccess.Monitoring, "Those of Prometheus' metrics that the query asks for.", static request =>
            AnswerAsync(request, MetricsScope.Read(request.Http.Request.Query), "detailed"))
        { MediaType = Text });
    }

    /// <summary>What is given to those who ask for nothing in particular.</summary>
    public static MetricsScope UsualScope(IServiceProvider services) =>
        services.GetRequiredService<IOptions<PrometheusOptions>>().Value.PerObject ? MetricsScope.PerObject : MetricsScope.Aggregated;

    private static ValueTask AnswerAsync(ApiRequest request, MetricsScope scope, string endpoint) =>
        new MetricsAnswer(request.Services).SendAsync(request.Http, scope, endpoint);
}
