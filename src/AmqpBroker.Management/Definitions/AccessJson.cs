using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Resources;

namespace AmqpBroker.Management.Definitions;

/// <summary>Users, virtual hosts and permissions as definitions have them.</summary>
internal static class AccessJson
{
    public static void WriteUsers(Utf8JsonWriter writer, Broker broker) => DefinitionsWriter.WriteList(writer, "users", broker.Users.List(), (writer, user) =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", user.Name);
        writer.WriteString("password_hash", user.Password.ToBase64());
        writer.WriteString("hashing_algorithm", user.Password.Algorithm);
        WriteTexts(writer, "tags", user.Tags);
        FieldJson.Write(writer, "limits", broker.UserLimits.Of(user.Name).Values);
        writer.WriteEndObject();
    });

    public static void WriteVirtualHosts(Utf8JsonWriter writer, IEnumerable<VirtualHost> hosts) => DefinitionsWriter.WriteList(writer, "vhosts", hosts, static (writer, host) =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", host.Name);
        if (host.Definition != VirtualHostDefinition.Empty)
        {
            writer.WriteString("description", host.Definition.Description);
            WriteTexts(writer, "tags", host.Definition.Tags);
            writer.WriteBoolean("tracing", host.Definition.IsTracing);
        }

        if (host.Definition.DefaultQueueType is { } type)
        {
            writer.WriteString("default_queue_type", type);
        }

        writer.WriteEndObject();
    });

    public static void WritePermissions(Utf8JsonWriter writer, PermissionDirectory permissions)
    {
        DefinitionsWriter.WriteList(writer, "permissions", permissions.List(), PermissionJson.Rows.Write);
        DefinitionsWriter.WriteList(writer, "topic_permissions", permissions.ListTopics(), PermissionJson.TopicRows.Write);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts) =>
        DefinitionsWriter.WriteList(writer, name, texts, static (writer, text) => writer.WriteStringValue(text));
}
