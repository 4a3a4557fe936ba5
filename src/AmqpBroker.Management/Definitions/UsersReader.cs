using System.Text.Json;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Definitions;

/// <summary>Reads the users and virtual hosts of a file of definitions.</summary>
/// <param name="hash">Hashes a password that stands there as it is.</param>
internal sealed class UsersReader(Func<string, PasswordHash> hash)
{
    private const string HashKey = "password_hash";
    private const string DefaultQueueType = "default_queue_type";

    public (User User, FieldTable Limits) ReadUser(DefinitionItem item)
    {
        var name = item.Text("name") is { Length: > 0 } given ? given : throw item.Flaw("name", "is empty");
        return (new User(name, ReadPassword(item), item.Texts("tags")), item.Table("limits"));
    }

    public static (string Name, VirtualHostDefinition? Definition) ReadVirtualHost(DefinitionItem item)
    {
        var name = item.Text("name");
        if (!VirtualHostDirectory.IsValidName(name))
        {
            throw item.Flaw("name", "should have 1 to 255 bytes");
        }

        // What is said of it stands beside its name, or under metadata, or both.
        var metadata = item["metadata"] is { ValueKind: JsonValueKind.Object } json ? new DefinitionItem(json, $"{item.Path}.metadata") : item;
        var description = item.OptionalText("description") ?? metadata.OptionalText("description");
        var tags = item["tags"] is null ? metadata : item;
        var type = item.OptionalText(DefaultQueueType) ?? metadata.OptionalText(DefaultQueueType);
        var definition = description is null && tags["tags"] is null && type is null && item["tracing"] is null ? null : new VirtualHostDefinition
        {
            Description = description ?? string.Empty,
            Tags = tags.Texts("tags"),
            DefaultQueueType = type is "undefined" or "" ? null : type,
            IsTracing = item.Flag("tracing"),
        };
        return (name, definition);
    }

    private PasswordHash ReadPassword(DefinitionItem item)
    {
        if (item.OptionalText(HashKey) is not { } text)
        {
            return item.OptionalText("password") is { Length: > 0 } password ? hash(password) : PasswordHash.Blank();
        }

        var octets = new byte[text.Length];
        return Convert.TryFromBase64String(text, octets, out var length)
            ? new PasswordHash(item.OptionalText("hashing_algorithm") ?? PasswordAlgorithms.Sha256, [.. octets[..length]])
            : throw item.Flaw(HashKey, "should be base64");
    }
}
