using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Management.Nodes;

/// <summary>What the memory of the process goes to, under the names that RabbitMQ's tools know. The parts add up to the whole.</summary>
internal sealed class MemoryBreakdown
{
    private static readonly string[] Names =
    [
        "connection_readers", "connection_writers", "connection_channels", "connection_other", "queue_procs", "queue_slave_procs",
        "quorum_queue_procs", "quorum_queue_dlx_procs", "stream_queue_procs", "stream_queue_replica_reader_procs", "stream_queue_coordinator_procs",
        "plugins", "other_proc", "metrics", "mgmt_db", "mnesia", "quorum_ets", "other_ets", "binary", "msg_index", "code", "atom", "other_system",
        "allocated_unused", "reserved_unallocated",
    ];

    private readonly Dictionary<string, long> _parts = new(StringComparer.Ordinal);
    private long _managed;
    private long _resident;

    /// <summary>Looks where the memory is now: messages by the type of their queue, the rest of what the runtime knows of, and what it does not.</summary>
    public static MemoryBreakdown Read(Broker broker, INodeEnvironment environment)
    {
        var messages = broker.VirtualHosts.SelectMany(static host => host.ListQueues()).ToLookup(
            static queue => queue.Type, static queue => queue.Figures.BytesInMemory);
        var info = GC.GetGCMemoryInfo();
        var breakdown = new MemoryBreakdown { _managed = GC.GetTotalMemory(forceFullCollection: false), _resident = environment.ReadResidentMemory() };
        var parts = breakdown._parts;
        parts["queue_procs"] = messages[QueueType.Classic].Sum();
        parts["quorum_queue_procs"] = messages[QueueType.Quorum].Sum();
        parts["other_proc"] = breakdown._managed;
        parts["allocated_unused"] = Math.Max(0, info.TotalCommittedBytes - breakdown._managed);
        parts["other_system"] = Math.Max(0, breakdown._resident - parts.Values.Sum());
        return breakdown;
    }

    /// <summary>Writes the parts in bytes.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        foreach (var name in Names)
        {
            writer.WriteNumber(name, _parts.GetValueOrDefault(name));
        }

        writer.WriteString("strategy", "rss");
        writer.WriteStartObject("total");
        writer.WriteNumber("erlang", _managed);
        writer.WriteNumber("rss", _resident);
        writer.WriteNumber("allocated", _parts.Values.Sum());
        writer.WriteEndObject();
    }

    /// <summary>Writes the parts in percent; what is there at all counts as one at least.</summary>
    public void WriteRelative(Utf8JsonWriter writer)
    {
        var whole = Math.Max(1, _parts.Values.Sum());
        writer.WriteNumber("total", 100);
        foreach (var name in Names)
        {
            var part = _parts.GetValueOrDefault(name);
            writer.WriteNumber(name, part == 0 ? 0 : Math.Max(1, (int)Math.Round(100.0 * part / whole)));
        }
    }
}
