using System.Text.Json;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>The answer to <c>status</c>, in sections.</summary>
internal sealed class BrokerStatus
{
    private readonly JsonElement _overview;
    private readonly JsonElement _node;

    private BrokerStatus(JsonElement overview, JsonElement node)
    {
        _overview = overview;
        _node = node;
    }

    public string Node => Text(_overview, "node");

    /// <exception cref="CtlException">The user may not see all of it.</exception>
    public static async Task<BrokerStatus> ReadAsync(ApiClient api, CancellationToken cancellationToken)
    {
        var overview = await api.GetAsync("/overview", cancellationToken);
        if (!overview.TryGetProperty("node", out var name))
        {
            throw new CtlException(CtlExitCode.NoPermission, $"{api.User} needs the tag monitoring or administrator to see the status");
        }

        return new(overview, await api.GetAsync(ApiPath.Of("nodes", name.GetString() ?? string.Empty), cancellationToken));
    }

    public void Write(CtlOutput output, SizeUnit unit)
    {
        Section(output, "Runtime");
        output.Line($"OS PID: {Text(_node, "os_pid")}");
        output.Line($"Uptime (seconds): {Number(_node, "uptime") / 1000}");
        output.Line($"Version: {Text(_overview, "product_name")} {Text(_overview, "product_version")}, RabbitMQ {Text(_overview, "rabbitmq_version")}");
        output.Line($"Node name: {Node}");
        output.Line($"Runtime: {Text(_overview, "erlang_full_version")}");
        output.Line(string.Empty);

        Section(output, "Data directory");
        output.Line($"Node data directory: {Text(_node, "db_dir")}");
        output.Line(string.Empty);

        Section(output, "Config files");
        WriteList(output, "config_files");

        Section(output, "Log file(s)");
        WriteList(output, "log_files");

        Section(output, "Alarms");
        var alarms = Alarms().ToList();
        output.Line(alarms.Count == 0 ? "(none)" : string.Join(", ", alarms));
        output.Line(string.Empty);

        Section(output, "Memory");
        output.Line($"Total memory used: {Size(_node, "mem_used", unit)}");
        output.Line($"Memory high watermark: {Size(_node, "mem_limit", unit)}");
        output.Line(string.Empty);

        Section(output, "File Descriptors");
        output.Line($"Total: {Text(_node, "fd_used")}, limit: {Text(_node, "fd_total")}");
        output.Line(string.Empty);

        Section(output, "Free Disk Space");
        output.Line($"Low free disk space watermark: {Size(_node, "disk_free_limit", unit)}");
        output.Line($"Free disk space: {Size(_node, "disk_free", unit)}");
        output.Line(string.Empty);

        WriteTotals(output);
        WriteListeners(output);
    }

    /// <summary>The same for a script, sizes in bytes.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("node", Node);
        json.WriteNumber("uptime", Number(_node, "uptime") / 1000);
        foreach (var name in (ReadOnlySpan<string>)["product_name", "product_version", "rabbitmq_version", "cluster_name"])
        {
            json.WriteString(name, Text(_overview, name));
        }

        json.WriteString("os_pid", Text(_node, "os_pid"));
        json.WriteString("data_directory", Text(_node, "db_dir"));
        foreach (var name in (ReadOnlySpan<string>)["mem_used", "mem_limit", "disk_free", "disk_free_limit", "fd_used", "fd_total", "config_files", "log_files"])
        {
            if (_node.TryGetProperty(name, out var value))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        json.WriteStartArray("alarms");
        foreach (var alarm in Alarms())
        {
            json.WriteStringValue(alarm);
        }

        json.WriteEndArray();
        foreach (var name in (ReadOnlySpan<string>)["object_totals", "queue_totals", "listeners"])
        {
            if (_overview.TryGetProperty(name, out var value))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void Section(CtlOutput output, string title)
    {
        output.Line(title);
        output.Line(string.Empty);
    }

    private void WriteList(CtlOutput output, string name)
    {
        var values = _node.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        foreach (var value in values)
        {
            output.Line($" * {value}");
        }

        if (values.Count == 0)
        {
            output.Line("(none)");
        }

        output.Line(string.Empty);
    }

    private void WriteTotals(CtlOutput output)
    {
        Section(output, "Totals");
        if (_overview.TryGetProperty("object_totals", out var totals))
        {
            foreach (var total in totals.EnumerateObject())
            {
                output.Line($"{char.ToUpperInvariant(total.Name[0])}{total.Name[1..]}: {total.Value}");
            }
        }

        output.Line(string.Empty);
    }

    private void WriteListeners(CtlOutput output)
    {
        Section(output, "Listeners");
        foreach (var listener in Listener.AllIn(_overview))
        {
            output.Line($"Interface: {listener.Address}, port: {listener.Port}, protocol: {listener.Protocol}");
        }
    }

    private IEnumerable<string> Alarms()
    {
        if (IsTrue("mem_alarm"))
        {
            yield return "Memory alarm";
        }

        if (IsTrue("disk_free_alarm"))
        {
            yield return "Free disk space alarm";
        }
    }

    private bool IsTrue(string name) => _node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.ToString() : "unknown";

    private static long Number(JsonElement item, string name)
        => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? (long)value.GetDouble() : 0;

    private static string Size(JsonElement item, string name, SizeUnit unit) => SizeText.Of(Number(item, name), unit);
}
