using AmqpBroker.Core;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Statistics;

namespace AmqpBroker.Management.Prometheus;

/// <summary>What the process takes and does, and what came and went.</summary>
internal static class NodeMetrics
{
    private const string Churn = "connection_churn_metrics";
    private const string Coarse = "node_coarse_metrics";
    private const string Details = "node_metrics";
    private const string Storage = "node_persister_metrics";
    private const string Raft = "ra_metrics";
    private const string Logins = "auth_attempt_metrics";
    private const string Counter = Metric<Figures>.Counter;
    private const string Gauge = Metric<Figures>.Gauge;
    private const double Microseconds = 1e6;

    private static readonly Metric<Figures>[] All =
    [
        new(Churn, "connections_opened_total", Counter, "Total number of connections opened", static node => node[Stat.ConnectionsOpened]),
        new(Churn, "connections_closed_total", Counter, "Total number of connections closed or terminated", static node => node[Stat.ConnectionsClosed]),
        new(Churn, "channels_opened_total", Counter, "Total number of channels opened", static node => node[Stat.ChannelsOpened]),
        new(Churn, "channels_closed_total", Counter, "Total number of channels closed", static node => node[Stat.ChannelsClosed]),
        new(Churn, "queues_declared_total", Counter, "Total number of queues declared", static node => node[Stat.QueuesDeclared]),
        new(Churn, "queues_created_total", Counter, "Total number of queues created", static node => node[Stat.QueuesCreated]),
        new(Churn, "queues_deleted_total", Counter, "Total number of queues deleted", static node => node[Stat.QueuesDeleted]),
        new(Coarse, "process_open_fds", Gauge, "Open file descriptors", static node => node[Stat.FileDescriptors]),
        new(Coarse, "process_open_tcp_sockets", Gauge, "Open TCP sockets", static node => node[Stat.Sockets]),
        new(Coarse, "process_resident_memory_bytes", Gauge, "Memory used in bytes", static node => node[Stat.Memory]),
        new(Coarse, "disk_space_available_bytes", Gauge, "Disk space available in bytes", static node => node[Stat.DiskFree]),
        new(Coarse, "erlang_processes_used", Gauge, "Threads of the process", static node => node[Stat.Threads]),
        new(Coarse, "erlang_gc_runs_total", Counter, "Total number of garbage collector runs", static node => node[Stat.Collections]),
        new(Coarse, "erlang_gc_reclaimed_bytes_total", Counter, "Total number of bytes of memory reclaimed by the garbage collector", static node => node[Stat.BytesReclaimed]),
        new(Coarse, "erlang_scheduler_context_switches_total", Counter, "Total number of context switches of the process", static node => node[Stat.ContextSwitches]),
        new(Details, "process_max_fds", Gauge, "Open file descriptors limit", static node => node.Node.MaxFileDescriptors),
        new(Details, "process_max_tcp_sockets", Gauge, "Open TCP sockets limit", static node => node.Node.MaxFileDescriptors),
        new(Details, "resident_memory_limit_bytes", Gauge, "Memory high watermark in bytes", static node => node.Node.Environment.MemoryLimit),
        new(Details, "disk_space_available_limit_bytes", Gauge, "Free disk space low watermark in bytes", static node => node.Node.Environment.DiskFreeLimit),
        new(Details, "erlang_processes_limit", Gauge, "Threads limit", static node => node.Node.MaxThreads),
        new(Details, "erlang_scheduler_run_queue", Gauge, "Work items waiting for a thread", static _ => ThreadPool.PendingWorkItemCount),
        new(Details, "erlang_net_ticktime_seconds", Gauge, "Inter-node heartbeat interval", null),
        new(Details, "erlang_uptime_seconds", Gauge, "Node uptime", static node => node.Node.Uptime.TotalSeconds),
        new(Storage, "io_read_ops_total", Counter, "Total number of I/O read operations", static node => node[Stat.IoReads]),
        new(Storage, "io_read_bytes_total", Counter, "Total number of I/O bytes read", static node => node[Stat.IoReadBytes]),
        new(Storage, "io_write_ops_total", Counter, "Total number of I/O write operations", static node => node[Stat.IoWrites]),
        new(Storage, "io_write_bytes_total", Counter, "Total number of I/O bytes written", static node => node[Stat.IoWriteBytes]),
        new(Storage, "io_sync_ops_total", Counter, "Total number of I/O sync operations", static node => node[Stat.IoSyncs]),
        new(Storage, "io_seek_ops_total", Counter, "Total number of I/O seek operations", null),
        new(Storage, "io_reopen_ops_total", Counter, "Total number of times files have been reopened", null),
        new(Storage, "schema_db_ram_tx_total", Counter, "Total number of Schema DB memory transactions", null),
        new(Storage, "schema_db_disk_tx_total", Counter, "Total number of Schema DB disk transactions", null),
        new(Storage, "msg_store_read_total", Counter, "Total number of Message Store read operations", null),
        new(Storage, "msg_store_write_total", Counter, "Total number of Message Store write operations", null),
        new(Storage, "queue_index_read_ops_total", Counter, "Total number of Queue Index read operations", null),
        new(Storage, "queue_index_write_ops_total", Counter, "Total number of Queue Index write operations", null),
        new(Storage, "io_read_time_seconds_total", Counter, "Total I/O read time", static node => node[Stat.IoReadTime] / Microseconds),
        new(Storage, "io_write_time_seconds_total", Counter, "Total I/O write time", static node => node[Stat.IoWriteTime] / Microseconds),
        new(Storage, "io_sync_time_seconds_total", Counter, "Total I/O sync time", static node => node[Stat.IoSyncTime] / Microseconds),
        new(Storage, "io_seek_time_seconds_total", Counter, "Total I/O seek time", null),
        new(Raft, "raft_term_total", Counter, "Current Raft term number", null),
        new(Raft, "raft_log_snapshot_index", Gauge, "Raft log snapshot index", null),
        new(Raft, "raft_log_last_applied_index", Gauge, "Raft log last applied index", null),
        new(Raft, "raft_log_commit_index", Gauge, "Raft log commit index", null),
        new(Raft, "raft_log_last_written_index", Gauge, "Raft log last written index", null),
        new(Raft, "raft_entry_commit_latency_seconds", Gauge, "Time taken for a log entry to be committed", null),
    ];

    /// <summary>Writes all families wanted, one after the other.</summary>
    public static IEnumerable<Action<MetricsText>> Write(Broker broker, NodeFigures node, MetricsScope scope)
    {
        if (!scope.IsDetailed)
        {
            yield return text => WriteAlarms(text, broker.Alarms);
        }

        List<(Figures, byte[])> figures = [(new Figures(node, node.Read()), [])];
        foreach (var metric in All.Where(metric => scope.Wants(metric.Group)))
        {
            yield return text => metric.Write(text, scope, figures);
        }

        if (scope.Wants(Logins))
        {
            yield return text => WriteLogins(text, scope, broker);
        }
    }

    private static void WriteAlarms(MetricsText text, ResourceAlarms alarms)
    {
        Write("alarms_file_descriptor_limit", "file descriptor limit", stands: false);
        Write("alarms_free_disk_space_watermark", "free disk space watermark", alarms.DiskStands);
        Write("alarms_memory_used_watermark", "VM memory watermark", (alarms.Causes & AlarmCauses.Memory) != AlarmCauses.None);

        void Write(string name, string what, bool stands)
        {
            text.Family("rabbitmq_" + name, "untyped", $"is 1 if {what} alarm is in effect");
            text.Sample(stands ? 1 : 0);
        }
    }

    private static void WriteLogins(MetricsText text, MetricsScope scope, Broker broker)
    {
        var attempts = broker.Statistics.AuthAttempts.List();
        Write("auth_attempts_total", "Total number of authorization attempts", static row => row.Succeeded + row.Failed);
        Write("auth_attempts_succeeded_total", "Total number of successful authentication attempts", static row => row.Succeeded);
        Write("auth_attempts_failed_total", "Total number of failed authentication attempts", static row => row.Failed);

        void Write(string name, string help, Func<(string Protocol, long Succeeded, long Failed), long> value)
        {
            text.Family(scope.Prefix + name, Counter, help);
            foreach (var row in attempts)
            {
                text.Sample(value(row), MetricsText.Labels(("protocol", row.Protocol)));
            }
        }
    }

    private sealed record Figures(NodeFigures Node, long[] Values)
    {
        public long this[Stat stat] => Values[StatSet.Node.IndexOf(stat)];
    }
}
