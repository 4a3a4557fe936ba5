using System.Text.Json;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Resources;

/// <summary>How permissions are shown.</summary>
internal static class PermissionJson
{
    public static RowFormat<UserPermission> Rows { get; } = new(
        Write,
        static row => row.User,
        static (one, other) => Compare((one.VirtualHost, one.User, string.Empty), (other.VirtualHost, other.User, string.Empty)));

    public static RowFormat<TopicPermission> TopicRows { get; } = new(
        Write,
        static row => row.User,
        static (one, other) => Compare((one.VirtualHost, one.User, one.Exchange), (other.VirtualHost, other.User, other.Exchange)));

    private static int Compare((string VirtualHost, string User, string Exchange) one, (string VirtualHost, string User, string Exchange) other) =>
        string.CompareOrdinal(one.VirtualHost, other.VirtualHost) is not 0 and var byHost ? byHost
        : string.CompareOrdinal(one.User, other.User) is not 0 and var byUser ? byUser
        : string.CompareOrdinal(one.Exchange, other.Exchange);

    private static void Write(Utf8JsonWriter writer, UserPermission permission)
    {
        writer.WriteStartObject();
        writer.WriteString("user", permission.User);
        writer.WriteString("vhost", permission.VirtualHost);
        writer.WriteString("configure", permission.Configure);
        writer.WriteString("write", permission.Write);
        writer.WriteString("read", permission.Read);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TopicPermission permission)
    {
        writer.WriteStartObject();
        writer.WriteString("user", permission.User);
        writer.WriteString("vhost", permission.VirtualHost);
        writer.WriteString("exchange", permission.Exchange);
        writer.WriteString("write", permission.Write);
        writer.WriteString("read", permission.Read);
        writer.WriteEndObject();
    }
}
