namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>RabbitMQ's keys that mean nothing to this broker, by the beginning of their names, and why.</summary>
internal static class IgnoredKeys
{
    private const string OneNode = "the broker is one node";
    private const string NoErlang = "it tunes RabbitMQ's own runtime";
    private const string NotYet = "this version has nothing of the kind";

    /// <summary>The longest beginning that fits counts.</summary>
    public static IReadOnlyList<(string Beginning, string Reason)> All { get; } =
    [
        ("auth_", NotYet),
        ("auth_mechanisms", "PLAIN and AMQPLAIN are offered, and EXTERNAL where clients show certificates"),
        ("background_gc_", NoErlang),
        ("classic_queue.", "queues have one format of files"),
        ("cluster_", OneNode),
        ("collect_statistics", NotYet),
        ("default_", NotYet),
        ("definitions.", NotYet),
        ("deprecated_features.", "what works here is not switched off"),
        ("distribution.", OneNode),
        ("log.", "the log goes to the console, as text or JSON, by levels"),
        ("management.", NotYet),
        ("management.rates_mode", "rates are those of basic: of each queue, exchange, channel and connection, not of pairs of them"),
        ("management_agent.", NotYet),
        ("memory_monitor_interval", "memory is looked at four times a second"),
        ("mirroring_", OneNode),
        ("msg_store", "queues have one format of files"),
        ("net_ticktime", OneNode),
        ("node_tags", NotYet),
        ("num_acceptors.", NoErlang),
        ("prometheus.", NotYet),
        ("proxy_protocol", NotYet),
        ("queue_index_", "queues have one format of files"),
        ("queue_leader_locator", OneNode),
        ("queue_master_locator", OneNode),
        ("quorum_queue.", OneNode),
        ("raft.", OneNode),
        ("ranch_connection_max", NotYet),
        ("reverse_dns_lookups", "addresses are shown as they are"),
        ("ssl_cert_login_", NotYet),
        ("ssl_handshake_timeout", "a TLS handshake may take ten seconds"),
        ("ssl_options.", "TLS is as .NET and the operating system do it: TLS 1.2 and 1.3"),
        ("stream.", NotYet),
        ("tcp_listen_options.", "sockets are as .NET makes them: no delay, the buffers of the operating system"),
        ("vm_memory_calculation_strategy", "the resident memory of the process is what counts"),
    ];

    public static string ReasonFor(string key) => All
        .Where(known => key.StartsWith(known.Beginning, StringComparison.Ordinal))
        .OrderByDescending(known => known.Beginning.Length)
        .Select(known => known.Reason)
        .FirstOrDefault("this broker knows no such key");
}
