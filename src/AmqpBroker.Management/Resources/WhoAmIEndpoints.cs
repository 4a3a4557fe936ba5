using System.Text.Json;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Who the caller is.</summary>
internal static class WhoAmIEndpoints
{
    public static void Map(ApiMap map) =>
        map.Get("/api/whoami", ApiAccess.Management, "Name and tags of the user who asks.", static request => request.AnswerAsync(request.Caller, Write));

    private static void Write(Utf8JsonWriter writer, Caller caller)
    {
        writer.WriteStartObject();
        writer.WriteString("name", caller.Name);
        writer.WriteStartArray("tags");
        foreach (var tag in caller.Tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
