using AmqpBroker.Core.Certificates;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys that are one setting each. Those that need a look at others have readers of their own.</summary>
internal static class ConfKeys
{
    private const string Milliseconds = "milliseconds";
    private const string Bytes = "bytes, or a size such as 64MB or 64MiB";
    private const string Number = "a whole number";
    private const string Path = "the path of a file";
    private const string Text = "a text";
    private const string Expression = "a regular expression";

    // What RabbitMQ calls 0, no limit, is here the highest there is.
    private const string HighestFrameMax = "16777216";
    private const string HighestChannelMax = "65535";

    public static IReadOnlyList<ConfKey> All { get; } =
    [
        new("heartbeat", Amqp(nameof(AmqpOptions.Heartbeat)), "seconds", ConfValue.Number),
        new("frame_max", Amqp(nameof(AmqpOptions.FrameMax)), "bytes", value => OrHighest(value, HighestFrameMax)),
        new("channel_max", Amqp(nameof(AmqpOptions.ChannelMax)), Number, value => OrHighest(value, HighestChannelMax)),
        new("max_channels_per_connection", Amqp(nameof(AmqpOptions.ChannelMax)), Number, value => OrHighest(value, HighestChannelMax)),
        new("handshake_timeout", Amqp(nameof(AmqpOptions.HandshakeTimeout)), Milliseconds, ConfValue.Milliseconds),
        new("consumer_timeout", Amqp(nameof(AmqpOptions.ConsumerTimeout)), Milliseconds + ", or undefined for none", ConsumerTimeout),
        new("max_message_size", Amqp(nameof(AmqpOptions.MaxMessageSize)), Bytes, ConfValue.Size),
        new("tcp_listen_options.backlog", Amqp(nameof(AmqpOptions.TcpBacklog)), Number, ConfValue.Number),
        new("ssl_options.certfile", Amqp(nameof(AmqpOptions.Certificate)), Path, ConfValue.AnyText),
        new("ssl_options.keyfile", Amqp(nameof(AmqpOptions.CertificateKey)), Path, ConfValue.AnyText),
        new("ssl_options.password", Amqp(nameof(AmqpOptions.CertificatePassword)), Text, ConfValue.AnyText),
        new("cluster_name", Amqp(nameof(AmqpOptions.ClusterName)), Text, ConfValue.AnyText),
        new("default_user", Amqp(nameof(AmqpOptions.DefaultUser)), Text, ConfValue.AnyText),
        new("default_pass", Amqp(nameof(AmqpOptions.DefaultPassword)), Text, ConfValue.AnyText),
        new("default_permissions.configure", Amqp(nameof(AmqpOptions.DefaultConfigure)), Expression, ConfValue.AnyText),
        new("default_permissions.write", Amqp(nameof(AmqpOptions.DefaultWrite)), Expression, ConfValue.AnyText),
        new("default_permissions.read", Amqp(nameof(AmqpOptions.DefaultRead)), Expression, ConfValue.AnyText),
        new("default_queue_type", Amqp(nameof(AmqpOptions.DefaultQueueType)), "classic or quorum", QueueType),
        new("max_connections", Amqp(nameof(AmqpOptions.MaxConnections)), Number + ", or infinity", Limit),
        new("connection_max", Amqp(nameof(AmqpOptions.MaxConnections)), Number + ", or infinity", Limit),
        new("default_vhost", Amqp(nameof(AmqpOptions.DefaultVirtualHost)), Text, ConfValue.AnyText),
        new("password_hashing_module", Amqp(nameof(AmqpOptions.PasswordHashing)), "rabbit_password_hashing_sha256 or _sha512", Hashing),
        new("ssl_cert_login_from", Amqp(nameof(AmqpOptions.CertificateLogin)), "distinguished_name, common_name or subject_alternative_name", CertificateLogin),
        new("load_definitions", Management(nameof(ManagementOptions.LoadDefinitions)), Path, ConfValue.AnyText),
        new("management.load_definitions", Management(nameof(ManagementOptions.LoadDefinitions)), Path, ConfValue.AnyText),
        new("management.tcp.port", Management(nameof(ManagementOptions.Port)), "a port", ConfValue.Number),
        new("management.tcp.ip", Management(nameof(ManagementOptions.Address)), "an IP address", ConfValue.Address),
        new("management.path_prefix", Management(nameof(ManagementOptions.PathPrefix)), "a path such as /broker", ConfValue.AnyText),
        new("management.http.max_body_size", Management(nameof(ManagementOptions.MaxBodySize)), Bytes, ConfValue.Size),
        new("management.login_session_timeout", Management(nameof(ManagementOptions.SessionTimeout)), "minutes", ConfValue.Minutes),
        new("management.cors.max_age", Management(nameof(ManagementOptions.CorsMaxAge)), "seconds", ConfValue.Seconds),
        new("management.ssl.port", Management(nameof(ManagementOptions.TlsPort)), "a port", ConfValue.Number),
        new("management.ssl.certfile", Management(nameof(ManagementOptions.Certificate)), Path, ConfValue.AnyText),
        new("management.ssl.keyfile", Management(nameof(ManagementOptions.CertificateKey)), Path, ConfValue.AnyText),
        new("management.ssl.password", Management(nameof(ManagementOptions.CertificatePassword)), Text, ConfValue.AnyText),
        new("prometheus.tcp.port", Prometheus(nameof(PrometheusOptions.Port)), "a port", ConfValue.Number),
        new("prometheus.tcp.ip", Prometheus(nameof(PrometheusOptions.Address)), "an IP address", ConfValue.Address),
        new("prometheus.path", Prometheus(nameof(PrometheusOptions.Path)), "a path such as /metrics", ConfValue.AnyText),
        new("prometheus.return_per_object_metrics", Prometheus(nameof(PrometheusOptions.PerObject)), "true or false", Boolean),
        new("collect_statistics_interval", $"{SettingsCatalogue.StatisticsSection}:{nameof(StatisticsOptions.SamplingInterval)}", Milliseconds, ConfValue.Milliseconds),
        new("disk_free_limit.absolute", Storage(nameof(StorageOptions.DiskFreeLimit)), Bytes, ConfValue.Size),
    ];

    private static string Amqp(string name) => $"{SettingsCatalogue.AmqpSection}:{name}";

    private static string Management(string name) => $"{SettingsCatalogue.ManagementSection}:{name}";

    private static string Prometheus(string name) => $"{SettingsCatalogue.PrometheusSection}:{name}";

    private static string Storage(string name) => $"{SettingsCatalogue.StorageSection}:{name}";

    private static string? OrHighest(string value, string highest) => ConfValue.Number(value) is "0" ? highest : ConfValue.Number(value);

    private static string? Boolean(string value) => ConfValue.ReadBoolean(value) is { } flag ? (flag ? "true" : "false") : null;

    // There, no connection at all is a limit, too; nobody means that.
    private static string? Limit(string value) => value is "infinity" or "0" ? "0" : ConfValue.Number(value);

    private static string? QueueType(string value) => value is "classic" or "quorum" ? value : null;

    private static string? Hashing(string value) => value switch
    {
        "rabbit_password_hashing_sha256" => "sha256",
        "rabbit_password_hashing_sha512" => "sha512",
        _ => null,
    };

    private static string? CertificateLogin(string value) => value switch
    {
        "distinguished_name" => nameof(CertificateName.DistinguishedName),
        "common_name" => nameof(CertificateName.CommonName),
        "subject_alternative_name" => nameof(CertificateName.SubjectAlternativeName),
        _ => null,
    };

    private static string? ConsumerTimeout(string value) => value is "undefined" or "false" ? ConfValue.Milliseconds("0") : ConfValue.Milliseconds(value);
}
