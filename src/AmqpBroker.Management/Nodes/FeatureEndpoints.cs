using System.Text.Json;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Nodes;

/// <summary>What the broker can do of that which RabbitMQ has learned in time, and what its web pages can be extended by.</summary>
internal static class FeatureEndpoints
{
    private static readonly Feature[] Features =
    [
        new("consumer_priority", "Serve consumers of higher priority first", IsEnabled: true),
        new("direct_exchange_routing_v2", "Route by direct exchanges with a look-up", IsEnabled: true),
        new("drop_unroutable_metric", "Count unroutable publishes to be dropped in stats", IsEnabled: true),
        new("empty_basic_get_metric", "Count AMQP `basic.get` on empty queues in stats", IsEnabled: true),
        new("implicit_default_bindings", "Default bindings are now implicit, instead of being stored in the database", IsEnabled: true),
        new("quorum_queue", "Support queues of type `quorum`", IsEnabled: true),
        new("stream_queue", "Support queues of type `stream`", IsEnabled: false),
        new("user_limits", "Configure connection and channel limits for a user", IsEnabled: true),
    ];

    private static readonly RowFormat<Feature> Rows = new(
        Write, static feature => feature.Name, static (one, other) => string.CompareOrdinal(one.Name, other.Name));

    public static void Map(ApiMap map)
    {
        map.Get("/api/feature-flags", ApiAccess.Administrator, "What the broker can do of that which RabbitMQ has feature flags for.", static request =>
            request.AnswerListAsync(Features, Rows));
        map.Put("/api/feature-flags/{name}/enable", ApiAccess.Administrator, "Enables a feature: those there are, are enabled.", static request =>
        {
            var name = request.Segment("name");
            return Array.Exists(Features, feature => feature.IsEnabled && feature.Name == name)
                ? request.AnswerDoneAsync()
                : throw ApiErrors.BadRequest("unsupported");
        });
        map.Get("/api/extensions", ApiAccess.Management, "Scripts that extend the web pages: there are none.", static request =>
            request.AnswerListAsync([], Rows));
    }

    private static void Write(Utf8JsonWriter writer, Feature feature)
    {
        writer.WriteStartObject();
        writer.WriteString("name", feature.Name);
        writer.WriteString("desc", feature.Description);
        writer.WriteString("doc_url", "");
        writer.WriteString("state", feature.IsEnabled ? "enabled" : "unavailable");
        writer.WriteString("stability", feature.IsEnabled ? "required" : "stable");
        writer.WriteString("provided_by", "rabbit");
        writer.WriteEndObject();
    }

    private sealed record Feature(string Name, string Description, bool IsEnabled);
}
