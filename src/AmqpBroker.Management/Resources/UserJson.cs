using System.Text.Json;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Resources;

/// <summary>How users are shown.</summary>
internal static class UserJson
{
    /// <summary>A user beside its limits.</summary>
    public static RowFormat<(User User, UserLimits Limits)> Rows { get; } = new(
        Write,
        static row => row.User.Name,
        static (one, other) => string.CompareOrdinal(one.User.Name, other.User.Name));

    private static void Write(Utf8JsonWriter writer, (User User, UserLimits Limits) row)
    {
        var user = row.User;
        writer.WriteStartObject();
        writer.WriteString("name", user.Name);
        writer.WriteString("password_hash", user.Password.ToBase64());
        writer.WriteString("hashing_algorithm", user.Password.Algorithm);
        writer.WriteStartArray("tags");
        foreach (var tag in user.Tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
        FieldJson.Write(writer, "limits", row.Limits.Values);
        writer.WriteEndObject();
    }
}
