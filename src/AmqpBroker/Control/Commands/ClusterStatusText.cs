using System.Text.Json;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>The answer to <c>cluster_status</c>.</summary>
internal sealed class ClusterStatusText
{
    private readonly JsonElement _overview;
    private readonly List<JsonElement> _nodes;

    private ClusterStatusText(JsonElement overview, JsonElement nodes)
    {
        _overview = overview;
        _nodes = [.. nodes.EnumerateArray()];
    }

    public string Node => Text(_overview, "node");

    public static async Task<ClusterStatusText> ReadAsync(ApiClient api, CancellationToken cancellationToken)
        => new(await api.GetAsync("/overview", cancellationToken), await api.GetAsync("/nodes?columns=name,type,running,mem_alarm,disk_free_alarm,partitions", cancellationToken));

    public void Write(CtlOutput output)
    {
        Section(output, "Basics", [$"Cluster name: {Text(_overview, "cluster_name")}"]);
        Section(output, "Disk Nodes", Names(node => Text(node, "type") == "disc"));
        Section(output, "Running Nodes", Names(node => Is(node, "running")));
        Section(output, "Versions", Names(_ => true).Select(name => $"{name}: {Text(_overview, "product_name")} {Text(_overview, "product_version")}, RabbitMQ {Text(_overview, "rabbitmq_version")}"));
        Section(output, "Alarms", Alarms().Select(alarm => $"{alarm.Resource} alarm on node {alarm.Node}"));
        Section(output, "Network Partitions", Names(node => node.TryGetProperty("partitions", out var partitions) && partitions.GetArrayLength() > 0));
        Section(output, "Listeners", Listener.AllIn(_overview).Select(listener => $"Node: {Node}, interface: {listener.Address}, port: {listener.Port}, protocol: {listener.Protocol}"));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("cluster_name", Text(_overview, "cluster_name"));
        WriteNames(json, "disk_nodes", Names(node => Text(node, "type") == "disc"));
        WriteNames(json, "running_nodes", Names(node => Is(node, "running")));
        json.WriteStartArray("alarms");
        foreach (var (node, resource) in Alarms())
        {
            json.WriteStartObject();
            json.WriteString("node", node);
            json.WriteString("resource", resource);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("listeners");
        (_overview.TryGetProperty("listeners", out var listeners) ? listeners : JsonSerializer.SerializeToElement(Array.Empty<string>())).WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void Section(CtlOutput output, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        output.Line(title);
        output.Line(string.Empty);
        foreach (var line in all.Length == 0 ? ["(none)"] : all)
        {
            output.Line(line);
        }

        output.Line(string.Empty);
    }

    private IEnumerable<string> Names(Func<JsonElement, bool> keep) => _nodes.Where(keep).Select(node => Text(node, "name"));

    private IEnumerable<(string Node, string Resource)> Alarms() =>
    [
        .. Names(node => Is(node, "mem_alarm")).Select(name => (name, "memory")),
        .. Names(node => Is(node, "disk_free_alarm")).Select(name => (name, "disk")),
    ];

    private static bool Is(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.ToString() : "unknown";
}
