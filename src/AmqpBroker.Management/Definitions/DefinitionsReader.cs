using System.Text.Json;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Resources;

namespace AmqpBroker.Management.Definitions;

/// <summary>Reads a file of definitions, as this broker and RabbitMQ write it. Used once.</summary>
/// <param name="root">The file's object.</param>
/// <param name="virtualHost">The virtual host that everything is for, whatever it says itself; null when each says it.</param>
/// <param name="users">Reads users and virtual hosts.</param>
internal sealed class DefinitionsReader(JsonElement root, string? virtualHost, UsersReader users)
{
    private const string VirtualHostKey = "vhost";
    private const string NameKey = "name";

    /// <exception cref="DefinitionsException">Something is missing, or of the wrong type.</exception>
    public DefinitionsPlan Read() => new()
    {
        Users = ReadGlobal("users", users.ReadUser),
        VirtualHosts = ReadGlobal("vhosts", UsersReader.ReadVirtualHost),
        Permissions = ReadGlobal("permissions", static item => new UserPermission(
            item.Text("user"), item.Text(VirtualHostKey), item.Text("configure"), item.Text("write"), item.Text("read"))),
        TopicPermissions = ReadGlobal("topic_permissions", static item => new TopicPermission(
            item.Text("user"), item.Text(VirtualHostKey), item.Text("exchange"), item.Text("write"), item.Text("read"))),
        Parameters = Read("parameters", item => (HostOf(item), item.Text("component"), item.Text(NameKey), item["value"] ?? throw item.Flaw("value", "is missing"))),
        GlobalParameters = ReadGlobal("global_parameters", static item => new Parameter(
            string.Empty, string.Empty, item.Text(NameKey), (item["value"] ?? throw item.Flaw("value", "is missing")).GetRawText())),
        Policies = Read("policies", item => (HostOf(item), RequireName(item), ReadPolicy(item))),
        Exchanges = Read("exchanges", item => (HostOf(item), ReadExchange(item))),
        Queues = Read("queues", item => (HostOf(item), ReadQueue(item))),
        Bindings = Read("bindings", item => (HostOf(item), ReadBinding(item))),
    };

    private List<Placed<T>> ReadGlobal<T>(string section, Func<DefinitionItem, T> read) => virtualHost is null ? Read(section, read) : [];

    private List<Placed<T>> Read<T>(string section, Func<DefinitionItem, T> read) =>
        [.. DefinitionItem.List(root, section).Select(item => new Placed<T>(read(item), item))];

    private string HostOf(DefinitionItem item) => virtualHost ?? item.Text(VirtualHostKey);

    private static string RequireName(DefinitionItem item) => item.Text(NameKey) is { Length: > 0 } name ? name : throw item.Flaw(NameKey, "is empty");

    private static PolicyRequest ReadPolicy(DefinitionItem item)
    {
        var pattern = item["pattern"] ?? throw item.Flaw("pattern", "is missing");
        _ = item["definition"] ?? throw item.Flaw("definition", "is missing");
        return PolicyRequests.Read(pattern, item.Table("definition"), item["priority"], item["apply-to"]);
    }

    private static ExchangeDeclaration ReadExchange(DefinitionItem item) => new()
    {
        Name = item.ShortText(NameKey),
        Type = ExchangeType.TryGet(item.Text("type"), out var type) ? type : throw item.Flaw("type", $"unknown exchange type '{item.Text("type")}'"),
        IsDurable = item.Flag("durable", missing: true),
        IsAutoDelete = item.Flag("auto_delete"),
        IsInternal = item.Flag("internal"),
        Arguments = item.Table("arguments"),
    };

    private static QueueDeclaration ReadQueue(DefinitionItem item) => new()
    {
        Name = item.ShortText(NameKey) is { Length: > 0 } name ? name : throw item.Flaw(NameKey, "is empty"),
        IsDurable = item.Flag("durable", missing: true),
        IsAutoDelete = item.Flag("auto_delete"),
        Arguments = item.Table("arguments"),
    };

    private static BindingDefinition ReadBinding(DefinitionItem item) => new(
        item.ShortText("source"),
        item.OptionalText("destination_type") switch
        {
            "queue" or null => BindingDestination.Queue,
            "exchange" => BindingDestination.Exchange,
            _ => throw item.Flaw("destination_type", "should be queue or exchange"),
        },
        item.ShortText("destination"),
        item.OptionalText("routing_key") is null ? string.Empty : item.ShortText("routing_key"),
        item.Table("arguments"));
}
