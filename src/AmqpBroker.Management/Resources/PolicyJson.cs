using System.Text.Json;
using AmqpBroker.Core.Policies;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Resources;

/// <summary>Policies as JSON.</summary>
internal static class PolicyJson
{
    /// <summary>A policy and the virtual host it is in.</summary>
    public static readonly RowFormat<(string VirtualHost, Policy Policy)> Rows = new(
        static (writer, row) =>
        {
            writer.WriteStartObject();
            writer.WriteString("vhost", row.VirtualHost);
            writer.WriteString("name", row.Policy.Name);
            WriteMembers(writer, row.Policy);
            writer.WriteEndObject();
        },
        static row => row.Policy.Name,
        static (one, other) => string.CompareOrdinal(one.VirtualHost, other.VirtualHost) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Policy.Name, other.Policy.Name));

    /// <summary>What a policy says.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Policy policy)
    {
        writer.WriteString("pattern", policy.Pattern);
        writer.WriteString("apply-to", policy.AppliesTo.ToName());
        FieldJson.Write(writer, "definition", policy.Definition);
        writer.WriteNumber("priority", policy.Priority);
    }
}
