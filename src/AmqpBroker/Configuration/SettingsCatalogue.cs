using System.Globalization;
using System.Text;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Telemetry;

namespace AmqpBroker.Configuration;

/// <summary>Every configuration key with its default, taken from the options themselves, and its description.</summary>
internal static class SettingsCatalogue
{
    public const string AmqpSection = "Amqp";
    public const string StorageSection = "Storage";
    public const string ManagementSection = "Management";
    public const string PrometheusSection = "Prometheus";
    public const string StatisticsSection = "Statistics";
    public const string TelemetrySection = "Telemetry";
    public const string LoggingSection = "Logging";
    public const string LogLevelKey = "LogLevel";
    public const string LogFormatKey = "Format";

    private const string None = "none";

    public static IReadOnlyList<Setting> All { get; } = Create();

    /// <summary>The table of the README.</summary>
    public static string ToMarkdown()
    {
        var table = new StringBuilder("| key | default | meaning |\n| --- | --- | --- |\n");
        foreach (var setting in All)
        {
            var shown = setting.Default is None ? None : $"`{setting.Default}`";
            table.Append(CultureInfo.InvariantCulture, $"| `{setting.Key}` | {shown} | {setting.Description} |\n");
        }

        return table.ToString();
    }

    private static Setting[] Create()
    {
        var storage = new StorageOptions();
        var management = new ManagementOptions();
        var prometheus = new PrometheusOptions();
        var telemetry = new TelemetryOptions();
        return
        [
            .. CreateAmqp(new AmqpOptions()),
            Storage(nameof(storage.DataDirectory), storage.DataDirectory, "directory of all data, created when missing"),
            Storage(nameof(storage.Durability), "fsync", "what a confirm of a persistent message promises: `fsync` (on disk) or `os` (with the operating system)"),
            Storage(nameof(storage.MemoryLimit), storage.MemoryLimit, "memory for the messages of all queues, 16MiB and more; what is beyond it is kept on disk"),
            Storage(nameof(storage.MemoryHighWatermark), storage.MemoryHighWatermark, "resident memory of the process from which on publishers wait; more than `Storage:MemoryLimit`"),
            Storage(nameof(storage.DiskFreeLimit), storage.DiskFreeLimit, "publishers wait while less than this is free for the data directory; 0 for no limit"),
            Management(nameof(management.Address), management.Address, "where the management API listens, as `Amqp:Address`"),
            Management(nameof(management.Port), management.Port, "port of the management API; 0 for any free one, -1 for none"),
            Management(nameof(management.TlsPort), management.TlsPort, "port of the management API over TLS, open when a certificate is set; 0 for any free one, -1 for none"),
            Management(nameof(management.Certificate), management.Certificate, "path of its certificate, PEM or PFX"),
            Management(nameof(management.CertificateKey), management.CertificateKey, "path of its PEM private key, when that is a file of its own"),
            Management(nameof(management.CertificatePassword), management.CertificatePassword, "password of the PFX file or of the encrypted PEM key"),
            Management(nameof(management.PathPrefix), management.PathPrefix, "what all its paths begin with, such as `/broker`, behind a proxy"),
            Management(nameof(management.MaxBodySize), management.MaxBodySize, "largest request body, bytes, 1024 to 1073741824"),
            Management(nameof(management.CorsOrigins), management.CorsOrigins, "origins whose pages may call the management API from a browser, separated by commas; `*` for all"),
            Management(nameof(management.LoadDefinitions), management.LoadDefinitions, "path of a file of definitions to import at each start, as RabbitMQ or this broker exports it"),
            Management(nameof(management.CorsMaxAge), management.CorsMaxAge, "how long a browser may remember what they may do"),
            Management(nameof(management.PagesDirectory), management.PagesDirectory, "directory of the web pages' files; none: `management-ui` beside the executable"),
            Management(nameof(management.SessionTimeout), management.SessionTimeout, "how long the login of a browser outlives its last use, 00:01:00 to 365.00:00:00"),
            Prometheus(nameof(prometheus.Address), prometheus.Address, "where metrics for Prometheus are served without a login, as `Amqp:Address`"),
            Prometheus(nameof(prometheus.Port), prometheus.Port, "port of the metrics; 0 for any free one, -1 for none"),
            Prometheus(nameof(prometheus.Path), prometheus.Path, "path of the metrics"),
            Prometheus(nameof(prometheus.PerObject), prometheus.PerObject, "whether that path tells of each queue, channel and connection, too"),
            Create(StatisticsSection, nameof(StatisticsOptions.SamplingInterval), new StatisticsOptions().SamplingInterval, "how often what happens is counted together into rates and history, 00:00:01 to 00:01:00"),
            Telemetry(nameof(telemetry.Endpoint), telemetry.Endpoint, "collector that metrics and traces are sent to by OTLP, such as `http://localhost:4318`; nothing is sent without"),
            Telemetry(nameof(telemetry.Protocol), "http", "how it is spoken to: `http` or `grpc`"),
            Telemetry(nameof(telemetry.Interval), telemetry.Interval, "from one sending of metrics to the next, 00:00:01 to 01:00:00"),
            Telemetry(nameof(telemetry.Traces), telemetry.Traces, "whether spans of messages (publish, route, deliver, get) are sent, too: of those whose header `traceparent` is sampled"),
            Telemetry(nameof(telemetry.RootTraceRatio), telemetry.RootTraceRatio, "share of the messages without that header for which a trace begins here, 0 to 1"),
            new($"{LoggingSection}:{LogFormatKey}", "text", "`text`, or `json` for one JSON object per line"),
            new($"{LoggingSection}:{LogLevelKey}:Default", "Information", "least level logged: `Trace`, `Debug`, `Information`, `Warning`, `Error`, `Critical` or `None`; a category's name in place of `Default` sets it alone"),
        ];
    }

    private static Setting[] CreateAmqp(AmqpOptions amqp) =>
    [
        Amqp(nameof(amqp.Address), amqp.Address, "where to listen: `*` (every IPv4 and IPv6 address), `localhost`, or an IP address"),
        Amqp(nameof(amqp.Port), amqp.Port, "port of plain AMQP; 0 for any free one, -1 for none"),
        Amqp(nameof(amqp.TlsPort), amqp.TlsPort, "port of AMQP over TLS, open when a certificate is set; 0 for any free one, -1 for none"),
        Amqp(nameof(amqp.Certificate), amqp.Certificate, "path of the server's certificate, PEM or PFX"),
        Amqp(nameof(amqp.CertificateKey), amqp.CertificateKey, "path of its PEM private key, when that is a file of its own"),
        Amqp(nameof(amqp.CertificatePassword), amqp.CertificatePassword, "password of the PFX file or of the encrypted PEM key"),
        Amqp(nameof(amqp.ClientCertificates), "none", "whether clients show certificates of their own over TLS: `none`, `optional` or `required`; who does may log in by EXTERNAL"),
        Amqp(nameof(amqp.CertificateAuthorities), amqp.CertificateAuthorities, "path of the PEM certificates of those who may vouch for clients; none: those the system trusts"),
        Amqp(nameof(amqp.CertificateLogin), "distinguishedname", "where in a client's certificate its user's name stands: `distinguishedname`, `commonname` or `subjectalternativename`"),
        Amqp(nameof(amqp.FrameMax), amqp.FrameMax, "largest frame offered to clients, bytes, 4096 to 16777216"),
        Amqp(nameof(amqp.ChannelMax), amqp.ChannelMax, "most channels on one connection, 1 to 65535"),
        Amqp(nameof(amqp.MaxConnections), amqp.MaxConnections, "most connections of all clients together; 0 for no limit"),
        Amqp(nameof(amqp.Heartbeat), amqp.Heartbeat, "heartbeat offered to clients, seconds; 0 for none"),
        Amqp(nameof(amqp.HandshakeTimeout), amqp.HandshakeTimeout, "how long a client may take to log in, 00:00:01 to 00:10:00"),
        Amqp(nameof(amqp.ConsumerTimeout), amqp.ConsumerTimeout, "how long a delivery may stay unacknowledged before its channel is closed, 00:00:01 and more; 00:00:00 for ever"),
        Amqp(nameof(amqp.MaxMessageSize), amqp.MaxMessageSize, "largest message body, bytes, up to 536870912"),
        Amqp(nameof(amqp.DefaultUser), amqp.DefaultUser, "user that a new data directory begins with; also `RABBITMQ_DEFAULT_USER`"),
        Amqp(nameof(amqp.DefaultPassword), amqp.DefaultPassword, "its password; also `RABBITMQ_DEFAULT_PASS`"),
        Amqp(nameof(amqp.DefaultTags), amqp.DefaultTags, "its tags, separated by commas"),
        Amqp(nameof(amqp.DefaultConfigure), amqp.DefaultConfigure, "regular expression of what it may configure"),
        Amqp(nameof(amqp.DefaultWrite), amqp.DefaultWrite, "regular expression of what it may write to"),
        Amqp(nameof(amqp.DefaultRead), amqp.DefaultRead, "regular expression of what it may read from"),
        Amqp(nameof(amqp.DefaultVirtualHost), amqp.DefaultVirtualHost, "virtual host that a new data directory begins with; also `RABBITMQ_DEFAULT_VHOST`"),
        Amqp(nameof(amqp.DefaultQueueType), amqp.DefaultQueueType, "type of queues declared without one, where the virtual host has none of its own: `classic` or `quorum`"),
        Amqp(nameof(amqp.LoopbackUsers), amqp.LoopbackUsers, "users who may log in from this machine only, separated by commas; empty for none"),
        Amqp(nameof(amqp.PasswordHashing), "pbkdf2", "how new passwords are hashed: `pbkdf2`, or `sha256` or `sha512` for definitions that RabbitMQ is to import"),
        Amqp(nameof(amqp.RabbitMqVersion), amqp.RabbitMqVersion, "RabbitMQ version told to clients: some choose their behaviour by it"),
        Amqp(nameof(amqp.ClusterName), "rabbit@<hostname>", "cluster name told to clients"),
        Amqp(nameof(amqp.TcpBacklog), amqp.TcpBacklog, "connections that may wait to be accepted"),
    ];

    private static Setting Amqp(string name, object? value, string description) => Create(AmqpSection, name, value, description);

    private static Setting Storage(string name, object? value, string description) => Create(StorageSection, name, value, description);

    private static Setting Management(string name, object? value, string description) => Create(ManagementSection, name, value, description);

    private static Setting Prometheus(string name, object? value, string description) => Create(PrometheusSection, name, value, description);

    private static Setting Telemetry(string name, object? value, string description) => Create(TelemetrySection, name, value, description);

    private static Setting Create(string section, string name, object? value, string description)
        => new($"{section}:{name}", Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : None, description);
}
