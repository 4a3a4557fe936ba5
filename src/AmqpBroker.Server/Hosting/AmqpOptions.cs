using AmqpBroker.Core.Certificates;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Core.Users;

namespace AmqpBroker.Server.Hosting;

/// <summary>The AMQP listeners, and the limits and names the broker offers to clients.</summary>
public sealed class AmqpOptions
{
    /// <summary>A port of 0: the system picks a free one, told by <c>AmqpBrokerEndpoints</c> after the start.</summary>
    public const int AnyFreePort = 0;

    /// <summary>A port of -1: this listener stays closed.</summary>
    public const int NoPort = -1;

    /// <summary>The registered port of AMQP over TLS.</summary>
    public const int DefaultTlsPort = 5671;

    internal const string ClassicQueues = "classic";
    internal const string QuorumQueues = "quorum";

    private const string Anything = ".*";

    /// <summary>Where to listen: <c>*</c> (every IPv4 and IPv6 address), <c>localhost</c>, or one IP address.</summary>
    public string Address { get; set; } = ListenAddress.Any;

    /// <summary>Port for plain AMQP; <see cref="AnyFreePort"/> and <see cref="NoPort"/> have their meaning.</summary>
    public int Port { get; set; } = 5672;

    /// <summary>Port for AMQP over TLS, open when a <see cref="Certificate"/> is set; 0 and -1 as for <see cref="Port"/>.</summary>
    public int TlsPort { get; set; } = DefaultTlsPort;

    /// <summary>Path of the server's certificate, PEM (with its chain) or PFX. None: no TLS listener.</summary>
    public string? Certificate { get; set; }

    /// <summary>Path of the PEM private key. None: the key is looked for in the file of the certificate.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>Password of the PFX file or of the encrypted PEM key.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Whether clients show certificates of their own over TLS; who does may log in by EXTERNAL.</summary>
    public ClientCertificates ClientCertificates { get; set; } = ClientCertificates.None;

    /// <summary>Path of the PEM certificates of those who may vouch for clients. None: those the system trusts.</summary>
    public string? CertificateAuthorities { get; set; }

    /// <summary>Where in a client's certificate the user's name stands. The default is RabbitMQ's.</summary>
    public CertificateName CertificateLogin { get; set; } = CertificateName.DistinguishedName;

    /// <summary>Largest frame offered to clients, in bytes, header and frame-end included; 4096 to 16 MiB.
    /// The default is RabbitMQ's.</summary>
    public int FrameMax { get; set; } = 131_072;

    /// <summary>Most channels on one connection, 1 to 65535. The default is RabbitMQ's.</summary>
    public int ChannelMax { get; set; } = 2047;

    /// <summary>Most connections of all clients together, 0 for no limit.</summary>
    public int MaxConnections { get; set; }

    /// <summary>Heartbeat offered to clients, in seconds, 0 for none. The default is RabbitMQ's.</summary>
    public int Heartbeat { get; set; } = 60;

    /// <summary>How long a client may take from connecting to <c>connection.open</c>. The default is RabbitMQ's.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a delivery may stay unacknowledged before its channel is closed; zero for ever. The default is RabbitMQ's.</summary>
    public TimeSpan ConsumerTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Largest message body, in bytes; a larger one is refused as RabbitMQ refuses it. Up to 512 MiB;
    /// the default of 128 MiB is RabbitMQ 3's.</summary>
    public int MaxMessageSize { get; set; } = 134_217_728;

    /// <summary>The user a new data directory begins with.</summary>
    public string DefaultUser { get; set; } = "guest";

    /// <summary>Its password.</summary>
    public string DefaultPassword { get; set; } = "guest";

    /// <summary>Its tags, separated by commas; empty for none.</summary>
    public string DefaultTags { get; set; } = UserTags.Administrator;

    /// <summary>What it may configure: a regular expression.</summary>
    public string DefaultConfigure { get; set; } = Anything;

    /// <summary>What it may write to: a regular expression.</summary>
    public string DefaultWrite { get; set; } = Anything;

    /// <summary>What it may read from: a regular expression.</summary>
    public string DefaultRead { get; set; } = Anything;

    /// <summary>The virtual host a new data directory begins with.</summary>
    public string DefaultVirtualHost { get; set; } = "/";

    /// <summary>The type of queues that are declared without one in a virtual host without one of its own: <c>classic</c> or <c>quorum</c>.</summary>
    public string DefaultQueueType { get; set; } = ClassicQueues;

    /// <summary>Users who may log in from this machine only, separated by commas; empty for none.</summary>
    public string LoopbackUsers { get; set; } = "guest";

    /// <summary>How new passwords are hashed; hashes of all kinds are accepted.</summary>
    public PasswordHashing PasswordHashing { get; set; } = PasswordHashing.Pbkdf2;

    /// <summary>The RabbitMQ version told to clients as the server's version: some choose their behaviour by it.</summary>
    public string RabbitMqVersion { get; set; } = "3.13.7";

    /// <summary>Name told to clients as <c>cluster_name</c>.</summary>
    public string ClusterName { get; set; } = "rabbit@" + Environment.MachineName;

    /// <summary>Connections the system may hold for the broker before it accepts them.</summary>
    public int TcpBacklog { get; set; } = 1024;

    internal CertificateFiles CertificateFiles(string certificate) => new("Amqp", certificate, CertificateKey, CertificatePassword, CertificateAuthorities);

    internal AccessSettings ToAccessSettings() => new()
    {
        DefaultUser = DefaultUser,
        DefaultPassword = DefaultPassword,
        DefaultVirtualHost = DefaultVirtualHost,
        DefaultTags = [.. Split(DefaultTags)],
        DefaultPermissions = (DefaultConfigure, DefaultWrite, DefaultRead),
        MaxConnections = MaxConnections,
        DefaultQueueType = DefaultQueueType == ClassicQueues ? null : DefaultQueueType,
        LoopbackUsers = [.. Split(LoopbackUsers)],
        Hashing = PasswordHashing,
    };

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
