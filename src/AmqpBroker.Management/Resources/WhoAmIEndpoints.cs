using System.Text.Json;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Who the caller is, and what it may do.</summary>
internal static class WhoAmIEndpoints
{
    public static void Map(ApiMap map) => map.Get(
        "/api/whoami", ApiAccess.Management, "Name, tags and permissions of the user who asks.",
        static request => request.AnswerAsync((request.Caller, request.Broker.Permissions), Write));

    private static void Write(Utf8JsonWriter writer, (Caller Caller, PermissionDirectory Permissions) me)
    {
        writer.WriteStartObject();
        writer.WriteString("name", me.Caller.Name);
        writer.WriteStartArray("tags");
        foreach (var tag in me.Caller.Tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();

        // What RabbitMQ tells ends here: pages need not ask for each object whether they may.
        writer.WriteStartArray("permissions");
        foreach (var permission in me.Permissions.ListOf(me.Caller.Name))
        {
            PermissionJson.Rows.Write(writer, permission);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("topic_permissions");
        foreach (var permission in me.Permissions.ListTopicsOf(me.Caller.Name))
        {
            PermissionJson.TopicRows.Write(writer, permission);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
