using System.Globalization;
using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Nodes;

/// <summary>The node as JSON. Used by one request.</summary>
internal sealed class NodeJson(ApiRequest request)
{
    private readonly BrokerIdentity _identity = request.Services.GetRequiredService<BrokerIdentity>();
    private readonly StatQuery _query = StatQuery.Read(request);
    private readonly SamplingService _sampling = request.Services.GetRequiredService<SamplingService>();

    /// <summary>Writes the node.</summary>
    public void Write(Utf8JsonWriter writer, Broker broker)
    {
        writer.WriteStartObject();
        WriteLists(writer);
        if (!_query.IsWithoutStats)
        {
            WriteLimits(writer, broker);
            WriteFigures(writer, broker);
        }

        WriteEmpty(writer, "cluster_links");
        if (request.IsSet("memory"))
        {
            writer.WriteStartObject("memory");
            MemoryBreakdown.Read(broker, _sampling.Node.Environment).Write(writer);
            writer.WriteEndObject();
        }

        writer.WriteString("name", _identity.NodeName);
        writer.WriteString("type", "disc");
        writer.WriteBoolean("running", true);
        writer.WriteEndObject();
    }

    private void WriteLists(Utf8JsonWriter writer)
    {
        var environment = _sampling.Node.Environment;
        WriteEmpty(writer, "partitions");
        writer.WriteString("os_pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("rates_mode", NodeMembers.RatesMode);
        NodeMembers.WriteExchangeTypes(writer);
        writer.WriteStartArray("auth_mechanisms");
        foreach (var mechanism in environment.AuthMechanisms)
        {
            NodeMembers.WriteNamed(writer, mechanism, $"SASL {mechanism} authentication mechanism");
        }

        writer.WriteEndArray();
        writer.WriteStartArray("applications");
        writer.WriteStartObject();
        writer.WriteString("name", "rabbit");
        writer.WriteString("description", _identity.Product);
        writer.WriteString("version", _identity.ProductVersion);
        writer.WriteEndObject();
        writer.WriteEndArray();
        NodeMembers.WriteContexts(writer, identity: null, NodeMembers.ListenersOf(request.Services));
        writer.WriteStartArray("log_files");
        writer.WriteStringValue("<stdout>");
        writer.WriteEndArray();
        writer.WriteString("db_dir", environment.DataDirectory is { } directory ? Path.GetFullPath(directory) : "");
        WriteEmpty(writer, "config_files");
        writer.WriteNumber("net_ticktime", 0);
        WriteEmpty(writer, "enabled_plugins");
        writer.WriteString("mem_calculation_strategy", "rss");
        writer.WriteStartObject("ra_open_file_metrics");
        writer.WriteEndObject();
        writer.WriteStartObject("metrics_gc_queue_length");
        writer.WriteEndObject();
    }

    private void WriteLimits(Utf8JsonWriter writer, Broker broker)
    {
        var node = _sampling.Node;
        writer.WriteNumber("fd_total", node.MaxFileDescriptors);
        writer.WriteNumber("sockets_total", node.MaxFileDescriptors);
        writer.WriteNumber("mem_limit", node.Environment.MemoryLimit);
        writer.WriteBoolean("mem_alarm", (broker.Alarms.Causes & AlarmCauses.Memory) != AlarmCauses.None);
        writer.WriteNumber("disk_free_limit", node.Environment.DiskFreeLimit);
        writer.WriteBoolean("disk_free_alarm", broker.Alarms.DiskStands);
        writer.WriteNumber("proc_total", node.MaxThreads);
        writer.WriteNumber("uptime", (long)node.Uptime.TotalMilliseconds);
        writer.WriteNumber("run_queue", ThreadPool.PendingWorkItemCount);
        writer.WriteNumber("processors", Environment.ProcessorCount);
    }

    private void WriteFigures(Utf8JsonWriter writer, Broker broker)
    {
        var values = _sampling.Node.Read();
        var history = broker.Statistics.Node;
        var stats = new StatWriter([history], _query.NodeStats, _query.Now);
        foreach (var stat in (NamedStat[])[.. NamedStats.Node, .. NamedStats.Churn])
        {
            stats.Write(writer, stat, values[StatSet.Node.IndexOf(stat.Stats[0])]);
        }

        WriteTime(writer, "io_read_avg_time", history, values, Stat.IoReadTime, Stat.IoReads);
        WriteTime(writer, "io_write_avg_time", history, values, Stat.IoWriteTime, Stat.IoWrites);
        WriteTime(writer, "io_sync_avg_time", history, values, Stat.IoSyncTime, Stat.IoSyncs);
        foreach (var name in AbsentFigures)
        {
            // RabbitMQ's own ways of storing, which there are none of here.
            writer.WriteNumber(name, 0);
            writer.WriteStartObject(name + "_details");
            StatWriter.WriteRate(writer, "rate", 0);
            writer.WriteEndObject();
        }
    }

    private static readonly string[] AbsentFigures =
    [
        "io_seek_count", "io_seek_avg_time", "io_reopen_count", "mnesia_ram_tx_count", "mnesia_disk_tx_count",
        "msg_store_read_count", "msg_store_write_count", "queue_index_write_count", "queue_index_read_count",
    ];

    // In milliseconds for each operation; the rate is that of the last interval.
    private static void WriteTime(Utf8JsonWriter writer, string name, StatHistory history, long[] values, Stat time, Stat count)
    {
        var operations = values[StatSet.Node.IndexOf(count)];
        StatWriter.WriteRate(writer, name, operations == 0 ? 0 : values[StatSet.Node.IndexOf(time)] / 1000.0 / operations);
        var rate = history.Rate([count]);
        writer.WriteStartObject(name + "_details");
        StatWriter.WriteRate(writer, "rate", rate == 0 ? 0 : history.Rate([time]) / 1000.0 / rate);
        writer.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }
}
