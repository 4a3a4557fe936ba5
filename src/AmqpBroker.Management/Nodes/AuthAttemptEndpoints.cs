using System.Text.Json;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Nodes;

/// <summary>How many have tried to log in.</summary>
internal static class AuthAttemptEndpoints
{
    private static readonly RowFormat<(string Protocol, long Succeeded, long Failed)> Rows = new(
        Write, static row => row.Protocol, static (one, other) => string.CompareOrdinal(other.Protocol, one.Protocol));

    public static void Map(ApiMap map)
    {
        map.Get("/api/auth/attempts/{node}", ApiAccess.Monitoring, "How many have tried to log in, by protocol.", static request =>
        {
            NodeEndpoints.RequireNode(request);
            return request.AnswerListAsync(request.Broker.Statistics.AuthAttempts.List(), Rows);
        });
        map.Delete("/api/auth/attempts/{node}", ApiAccess.Monitoring, "Begins to count them anew.", static request =>
        {
            NodeEndpoints.RequireNode(request);
            request.Broker.Statistics.AuthAttempts.Reset();
            return request.AnswerDoneAsync();
        });

        // Who tried from where is not kept, as on RabbitMQ unless it is told to.
        map.Get("/api/auth/attempts/{node}/source", ApiAccess.Monitoring, "The same by user and address: not kept, so nothing.", static request =>
        {
            NodeEndpoints.RequireNode(request);
            return request.AnswerListAsync([], Rows);
        });
    }

    private static void Write(Utf8JsonWriter writer, (string Protocol, long Succeeded, long Failed) row)
    {
        writer.WriteStartObject();
        writer.WriteString("protocol", row.Protocol);
        writer.WriteNumber("auth_attempts", row.Succeeded + row.Failed);
        writer.WriteNumber("auth_attempts_failed", row.Failed);
        writer.WriteNumber("auth_attempts_succeeded", row.Succeeded);
        writer.WriteEndObject();
    }
}
