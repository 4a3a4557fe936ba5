using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Nodes;

/// <summary>The broker at a glance, its one node, and its statistics.</summary>
internal static class NodeEndpoints
{
    public static void Map(ApiMap map)
    {
        map.Get("/api/overview", ApiAccess.Management, "The broker at a glance.", static request =>
        {
            Sampler(request).Refresh();
            return request.AnswerAsync(request.Broker, new OverviewJson(request).Write);
        });
        map.Get("/api/nodes", ApiAccess.Monitoring, "The nodes.", static request =>
            request.AnswerListAsync<Broker>([request.Broker], new RowFormat<Broker>(
                new NodeJson(request).Write, static _ => string.Empty, static (_, _) => 0)));
        map.Get("/api/nodes/{node}", ApiAccess.Monitoring, "A node.", static request =>
        {
            RequireNode(request);
            return request.AnswerAsync(request.Broker, new NodeJson(request).Write);
        });
        map.Get("/api/nodes/{node}/memory", ApiAccess.Monitoring, "What a node's memory goes to, in bytes.", static request =>
            AnswerMemoryAsync(request, static (writer, breakdown) => breakdown.Write(writer)));
        map.Get("/api/nodes/{node}/memory/relative", ApiAccess.Monitoring, "What a node's memory goes to, in percent.", static request =>
            AnswerMemoryAsync(request, static (writer, breakdown) => breakdown.WriteRelative(writer)));
        map.Delete("/api/reset", ApiAccess.Administrator, "Forgets the statistics.", ResetAsync);
        map.Delete("/api/reset/{node}", ApiAccess.Administrator, "Forgets the statistics of a node.", static request =>
        {
            RequireNode(request);
            return ResetAsync(request);
        });
        map.Post("/api/rebalance/queues", ApiAccess.Administrator, "Spreads queues over the nodes; with one node they are spread already.", static request =>
            request.AnswerDoneAsync());
    }

    /// <summary>Sees to it that the path names this node.</summary>
    /// <exception cref="ApiException">404: it names another.</exception>
    public static void RequireNode(ApiRequest request)
    {
        if (request.Segment("node") != request.Services.GetRequiredService<BrokerIdentity>().NodeName)
        {
            throw ApiErrors.NotFound();
        }
    }

    private static StatisticsSampler Sampler(ApiRequest request) => request.Services.GetRequiredService<SamplingService>().Sampler;

    private static ValueTask ResetAsync(ApiRequest request)
    {
        Sampler(request).Reset();
        return request.AnswerDoneAsync();
    }

    private static ValueTask AnswerMemoryAsync(ApiRequest request, Action<Utf8JsonWriter, MemoryBreakdown> write)
    {
        RequireNode(request);
        var environment = request.Services.GetRequiredService<SamplingService>().Node.Environment;
        return request.AnswerAsync(MemoryBreakdown.Read(request.Broker, environment), (writer, breakdown) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("memory");
            write(writer, breakdown);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}
