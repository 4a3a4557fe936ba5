using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Management.Statistics;

/// <summary>The groups of figures that the API shows together.</summary>
internal static class NamedStats
{
    /// <summary>What publishers do.</summary>
    public static readonly NamedStat[] Publishing =
    [
        new("confirm", Stat.Confirm),
        new("drop_unroutable", Stat.DropUnroutable),
        new("publish", Stat.Publish),
        new("return_unroutable", Stat.ReturnUnroutable),
    ];

    /// <summary>What consumers do.</summary>
    public static readonly NamedStat[] Delivering =
    [
        new("ack", Stat.Ack),
        new("deliver", Stat.Deliver),
        new("deliver_get", Stat.Deliver, Stat.DeliverNoAck, Stat.Get, Stat.GetNoAck),
        new("deliver_no_ack", Stat.DeliverNoAck),
        new("get", Stat.Get),
        new("get_empty", Stat.GetEmpty),
        new("get_no_ack", Stat.GetNoAck),
        new("redeliver", Stat.Redeliver),
    ];

    /// <summary>Of a broker or virtual host.</summary>
    public static readonly NamedStat[] Totals = [.. Publishing, .. Delivering];

    /// <summary>Of a queue.</summary>
    public static readonly NamedStat[] Queue = [.. Delivering, new("publish", Stat.Publish)];

    /// <summary>Of an exchange.</summary>
    public static readonly NamedStat[] Exchange = [new("publish_in", Stat.Publish), new("publish_out", Stat.PublishOut)];

    /// <summary>How many messages there are.</summary>
    public static readonly NamedStat[] Lengths =
    [
        new("messages", Stat.Ready, Stat.Unacked),
        new("messages_ready", Stat.Ready),
        new("messages_unacknowledged", Stat.Unacked),
    ];

    /// <summary>Octets on sockets.</summary>
    public static readonly NamedStat[] Octets = [new("recv_oct", Stat.OctetsReceived), new("send_oct", Stat.OctetsSent)];

    /// <summary>What comes and goes.</summary>
    public static readonly NamedStat[] Churn =
    [
        new("channel_closed", Stat.ChannelsClosed),
        new("channel_created", Stat.ChannelsOpened),
        new("connection_closed", Stat.ConnectionsClosed),
        new("connection_created", Stat.ConnectionsOpened),
        new("queue_created", Stat.QueuesCreated),
        new("queue_declared", Stat.QueuesDeclared),
        new("queue_deleted", Stat.QueuesDeleted),
    ];

    /// <summary>What the process takes and does.</summary>
    public static readonly NamedStat[] Node =
    [
        new("mem_used", Stat.Memory),
        new("fd_used", Stat.FileDescriptors),
        new("sockets_used", Stat.Sockets),
        new("proc_used", Stat.Threads),
        new("disk_free", Stat.DiskFree),
        new("gc_num", Stat.Collections),
        new("gc_bytes_reclaimed", Stat.BytesReclaimed),
        new("context_switches", Stat.ContextSwitches),
        new("io_read_count", Stat.IoReads),
        new("io_read_bytes", Stat.IoReadBytes),
        new("io_write_count", Stat.IoWrites),
        new("io_write_bytes", Stat.IoWriteBytes),
        new("io_sync_count", Stat.IoSyncs),
    ];
}
