using System.Text.Json.Nodes;

namespace AmqpBroker.Management.Tests.Definitions;

/// <summary>What a file of definitions says, whatever the order in which it says it.</summary>
internal static class Meaning
{
    // What need not be alike in two files that mean the same; all else must.
    private static readonly (string Section, string? Member, string Reason)[] Differences =
    [
        ("product_name", null, "each broker names itself"),
        ("product_version", null, "each broker names itself"),
        ("rabbit_version", null, "each broker names the version it stands for"),
        ("rabbitmq_version", null, "each broker names the version it stands for"),
        ("vhosts", "description", "RabbitMQ 3.10 neither exports nor imports it"),
        ("vhosts", "tags", "RabbitMQ 3.10 neither exports nor imports them"),
        ("vhosts", "metadata", "RabbitMQ 3.10 neither exports nor imports it"),
        ("vhosts", "tracing", "RabbitMQ 3.10 does not export it"),
    ];

    /// <summary>One line for each thing in a file: its section and itself, its members in order.</summary>
    public static IReadOnlyList<string> Of(JsonNode file) =>
    [
        .. from section in file.AsObject()
        where !Array.Exists(Differences, difference => difference.Section == section.Key && difference.Member is null)
        from item in section.Value as JsonArray ?? [section.Value?.DeepClone()]
        select $"{section.Key}: {Sorted(Without(section.Key, item!)).ToJsonString()}",
    ];

    /// <summary>What is said in one file and not in the other.</summary>
    public static IEnumerable<string> Lost(JsonNode from, JsonNode to) => Of(from).Except(Of(to));

    private static JsonNode Without(string section, JsonNode item)
    {
        var copy = item.DeepClone();
        foreach (var difference in Differences.Where(difference => difference.Section == section && difference.Member is not null))
        {
            copy.AsObject().Remove(difference.Member!);
        }

        return copy;
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(
            static member => KeyValuePair.Create(member.Key, member.Value is null ? null : Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(static item => item is null ? null : Sorted(item))]),
        _ => node.DeepClone(),
    };
}
