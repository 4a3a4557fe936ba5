using System.Text.Json;
using AmqpBroker.Core.Auditing;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Nodes;

/// <summary>The last entries of the audit.</summary>
internal static class AuditEndpoint
{
    // In the order they are kept in: the newest first.
    private static readonly RowFormat<AuditEntry> Rows = new(Write, static entry => entry.Name, static (one, other) => other.At.CompareTo(one.At));

    public static void Map(ApiMap map) => map.Get(
        "/api/audit",
        ApiAccess.Monitoring,
        "The last 1000 changes: when, who, through which interface and from where, what was done, and to what.",
        static request => request.AnswerPageAsync(request.Broker.Audit.List(), Rows));

    private static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("timestamp", entry.At.ToUnixTimeMilliseconds());
        writer.WriteString("user", entry.User);
        writer.WriteString("interface", entry.Interface);
        writer.WriteString("address", entry.Address);
        writer.WriteString("action", entry.Action);
        writer.WriteString("kind", entry.Kind);
        writer.WriteString("vhost", entry.VirtualHost);
        writer.WriteString("name", entry.Name);
        writer.WriteString("detail", entry.Subject);
        writer.WriteEndObject();
    }
}
