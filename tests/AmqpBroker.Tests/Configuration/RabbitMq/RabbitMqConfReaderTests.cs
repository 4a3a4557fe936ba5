using AmqpBroker.Configuration;
using AmqpBroker.Configuration.RabbitMq;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Configuration.RabbitMq;

public sealed class RabbitMqConfReaderTests
{
    private const long Memory = 10_000_000_000;

    private TemporaryDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [TestCase("heartbeat = 30", "Amqp:Heartbeat", "30")]
    [TestCase("frame_max = 0", "Amqp:FrameMax", "16777216")]
    [TestCase("channel_max = 0", "Amqp:ChannelMax", "65535")]
    [TestCase("channel_max = 128", "Amqp:ChannelMax", "128")]
    [TestCase("handshake_timeout = 10000", "Amqp:HandshakeTimeout", "00:00:10")]
    [TestCase("consumer_timeout = 900000", "Amqp:ConsumerTimeout", "00:15:00")]
    [TestCase("consumer_timeout = undefined", "Amqp:ConsumerTimeout", "00:00:00")]
    [TestCase("max_message_size = 16MiB", "Amqp:MaxMessageSize", "16777216")]
    [TestCase("max_message_size = 16777216", "Amqp:MaxMessageSize", "16777216")]
    [TestCase("tcp_listen_options.backlog = 4096", "Amqp:TcpBacklog", "4096")]
    [TestCase("cluster_name = my rabbit", "Amqp:ClusterName", "my rabbit")]
    [TestCase("ssl_options.certfile = /etc/x.pem", "Amqp:Certificate", "/etc/x.pem")]
    [TestCase("ssl_options.keyfile = /etc/x.key", "Amqp:CertificateKey", "/etc/x.key")]
    [TestCase("ssl_options.password = hush", "Amqp:CertificatePassword", "hush")]
    [TestCase("default_user = admin", "Amqp:DefaultUser", "admin")]
    [TestCase("default_pass = 'a # b'", "Amqp:DefaultPassword", "a # b")]
    [TestCase("default_vhost = shop", "Amqp:DefaultVirtualHost", "shop")]
    [TestCase("default_permissions.configure = ^a", "Amqp:DefaultConfigure", "^a")]
    [TestCase("default_permissions.write = ^b", "Amqp:DefaultWrite", "^b")]
    [TestCase("default_permissions.read = ^c", "Amqp:DefaultRead", "^c")]
    [TestCase("default_user_tags.administrator = false\ndefault_user_tags.monitoring = true", "Amqp:DefaultTags", "monitoring")]
    [TestCase("default_queue_type = quorum", "Amqp:DefaultQueueType", "quorum")]
    [TestCase("max_connections = 100", "Amqp:MaxConnections", "100")]
    [TestCase("connection_max = infinity", "Amqp:MaxConnections", "0")]
    [TestCase("management.login_session_timeout = 60", "Management:SessionTimeout", "01:00:00")]
    [TestCase("management.path_prefix = /broker", "Management:PathPrefix", "/broker")]
    [TestCase("loopback_users = none", "Amqp:LoopbackUsers", "")]
    [TestCase("loopback_users.guest = false", "Amqp:LoopbackUsers", "")]
    [TestCase("loopback_users.guest = true\nloopback_users.ann = true", "Amqp:LoopbackUsers", "ann,guest")]
    [TestCase("password_hashing_module = rabbit_password_hashing_sha512", "Amqp:PasswordHashing", "sha512")]
    [TestCase("load_definitions = /etc/definitions.json", "Management:LoadDefinitions", "/etc/definitions.json")]
    [TestCase("ssl_cert_login_from = common_name", "Amqp:CertificateLogin", "CommonName")]
    [TestCase("ssl_options.verify = verify_none", "Amqp:ClientCertificates", "none")]
    [TestCase("ssl_options.verify = verify_peer", "Amqp:ClientCertificates", "optional")]
    [TestCase("ssl_options.verify = verify_peer\nssl_options.fail_if_no_peer_cert = true", "Amqp:ClientCertificates", "required")]
    [TestCase("management.tcp.port = 15673", "Management:Port", "15673")]
    [TestCase("management.ssl.port = 15673", "Management:TlsPort", "15673")]
    [TestCase("management.ssl.certfile = /etc/broker.pem", "Management:Certificate", "/etc/broker.pem")]
    [TestCase("prometheus.tcp.port = 15699", "Prometheus:Port", "15699")]
    [TestCase("prometheus.path = /m", "Prometheus:Path", "/m")]
    [TestCase("prometheus.return_per_object_metrics = true", "Prometheus:PerObject", "true")]
    [TestCase("collect_statistics_interval = 10000", "Statistics:SamplingInterval", "00:00:10")]
    [TestCase("management.tcp.ip = 127.0.0.1", "Management:Address", "127.0.0.1")]
    [TestCase("management.tcp.ip = ::", "Management:Address", "*")]
    [TestCase("management.http.max_body_size = 1048576", "Management:MaxBodySize", "1048576")]
    [TestCase("management.cors.max_age = 3600", "Management:CorsMaxAge", "01:00:00")]
    [TestCase("management.cors.allow_origins.1 = https://a.example", "Management:CorsOrigins", "https://a.example")]
    [TestCase("disk_free_limit.absolute = 2GB", "Storage:DiskFreeLimit", "2000000000")]
    [TestCase("disk_free_limit.relative = 1.5", "Storage:DiskFreeLimit", "15000000000")]
    [TestCase("vm_memory_high_watermark.relative = 0.4", "Storage:MemoryHighWatermark", "40%")]
    [TestCase("vm_memory_high_watermark.relative = 0.125", "Storage:MemoryHighWatermark", "1250000000")]
    [TestCase("vm_memory_high_watermark.absolute = 1073741824", "Storage:MemoryHighWatermark", "1073741824")]
    [TestCase("log.console.level = notice", "Logging:LogLevel:Default", "Information")]
    [TestCase("log.file.level = critical", "Logging:LogLevel:Default", "Critical")]
    [TestCase("log.connection.level = error", "Logging:LogLevel:AmqpBroker.Server.Connections", "Error")]
    [TestCase("log.file.formatter = json", "Logging:Format", "json")]
    [TestCase("log.console.formatter = plaintext", "Logging:Format", "text")]
    public void A_key_is_a_setting(string line, string setting, string value)
    {
        var conf = Read(line);

        Assert.That(conf.Mistakes, Is.Empty);
        Assert.That(conf.Ignored, Is.Empty);
        Assert.That(conf.Settings.Select(entry => (entry.Key, entry.Value.Value)), Is.EqualTo(new[] { (setting, value) }));
    }

    [TestCase("listeners.tcp.default = 5673", "*", "5673")]
    [TestCase("listeners.tcp.1 = 127.0.0.1:5673", "127.0.0.1", "5673")]
    [TestCase("listeners.tcp.1 = [::1]:5673", "::1", "5673")]
    [TestCase("listeners.tcp.1 = :::5673", "*", "5673")]
    [TestCase("listeners.tcp.1 = 0.0.0.0:5673", "0.0.0.0", "5673")]
    [TestCase("listeners.tcp.local = 127.0.0.1:5673\nlisteners.tcp.local_v6 = ::1:5673", "localhost", "5673")]
    [TestCase("listeners.tcp.1 = 0.0.0.0:5673\nlisteners.tcp.2 = :::5673", "*", "5673")]
    public void A_listener_is_an_address_and_a_port(string lines, string address, string port)
    {
        var conf = Read(lines);

        Assert.That(conf.Ignored, Is.Empty);
        Assert.That((Value(conf, "Amqp:Address"), Value(conf, "Amqp:Port")), Is.EqualTo((address, port)));
    }

    [Test]
    public void A_protocol_can_be_closed()
    {
        var conf = Read("listeners.tcp = none\nlisteners.tcp.1 = 5672\nlisteners.ssl.default = 127.0.0.1:5671");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Value(conf, "Amqp:Port"), Is.EqualTo("-1"));
            Assert.That(Value(conf, "Amqp:TlsPort"), Is.EqualTo("5671"));
            Assert.That(Value(conf, "Amqp:Address"), Is.EqualTo("127.0.0.1"));
            Assert.That(Ignored(conf), Is.EqualTo(new[] { "listeners.tcp.1: listeners.tcp = none closes them all" }));
        }
    }

    [Test]
    public void Listeners_beyond_the_first_are_named()
    {
        var conf = Read("listeners.tcp.1 = 10.0.0.1:5672\nlisteners.tcp.2 = 10.0.0.2:5672\nlisteners.tcp.3 = local:/run/x:0\nlisteners.ssl.1 = 10.0.0.3:5671");

        Assert.That(Ignored(conf), Is.EqualTo(new[]
        {
            "listeners.tcp.3: the broker does not listen on Unix sockets",
            "listeners.tcp.2: there is one listener of its kind, listeners.tcp.1",
            "listeners.ssl.1: only its port counts, the address is that of listeners.tcp, 10.0.0.1",
        }));
    }

    [Test]
    public void Authorities_count_where_clients_show_certificates()
    {
        var asked = Read("ssl_options.verify = verify_peer\nssl_options.cacertfile = /etc/ca.pem");
        var notAsked = Read("ssl_options.cacertfile = /etc/ca.pem");

        Assert.That(Value(asked, "Amqp:CertificateAuthorities"), Is.EqualTo("/etc/ca.pem"));
        Assert.That(Ignored(notAsked), Is.EqualTo(new[] { "ssl_options.cacertfile: clients are not asked for certificates: set ssl_options.verify = verify_peer" }));
    }

    [Test]
    public void Origins_are_joined()
        => Assert.That(
            Value(Read("management.cors.allow_origins.1 = https://a.example\nmanagement.cors.allow_origins.2 = https://b.example"), "Management:CorsOrigins"),
            Is.EqualTo("https://a.example,https://b.example"));

    [Test]
    public void Messages_in_memory_get_two_thirds_of_the_watermark_where_nothing_says_otherwise()
    {
        var alone = Read("vm_memory_high_watermark.relative = 0.3");
        var small = Read("vm_memory_high_watermark.absolute = 20MB");
        var withRatio = Read("vm_memory_high_watermark.relative = 0.3\nvm_memory_high_watermark_paging_ratio = 0.5");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(alone.Defaults, Is.EqualTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["Storage:MemoryLimit"] = "2000000000" }));
            Assert.That(small.Defaults["Storage:MemoryLimit"], Is.EqualTo("16777216"), "it may not be less");
            Assert.That(withRatio.Defaults, Is.Empty);
            Assert.That(Value(withRatio, "Storage:MemoryLimit"), Is.EqualTo("1500000000"));
        }
    }

    [Test]
    public void The_relative_value_counts_before_the_absolute_one()
    {
        var conf = Read("""
            total_memory_available_override_value = 4GB
            vm_memory_high_watermark.relative = 0.5
            vm_memory_high_watermark.absolute = 1GB
            disk_free_limit.relative = 1
            disk_free_limit.absolute = 1GB
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Value(conf, "Storage:MemoryHighWatermark"), Is.EqualTo("2000000000"));
            Assert.That(Value(conf, "Storage:DiskFreeLimit"), Is.EqualTo("4000000000"));
            Assert.That(Ignored(conf), Is.EqualTo(new[]
            {
                "vm_memory_high_watermark.absolute: vm_memory_high_watermark.relative counts",
                "disk_free_limit.absolute: disk_free_limit.relative counts",
            }));
        }
    }

    [Test]
    public void The_last_line_of_a_key_counts_over_all_files()
    {
        _directory.Write("1.conf", "heartbeat = 1\nheartbeat = 2\nframe_max = 8192\n");
        _directory.Write("2.conf", "heartbeat = 3\n");

        var conf = RabbitMqConfReader.Read([_directory.Path], _ => null, Memory);

        Assert.That((Value(conf, "Amqp:Heartbeat"), Value(conf, "Amqp:FrameMax")), Is.EqualTo(("3", "8192")));
    }

    [TestCase("heartbeat = soon", "heartbeat is 'soon'; allowed: seconds")]
    [TestCase("loopback_users = all", "loopback_users is 'all'; allowed: none; a user is loopback_users.NAME = true")]
    [TestCase("default_queue_type = stream", "default_queue_type is 'stream'; allowed: classic or quorum")]
    [TestCase("default_user_tags.monitoring = maybe", "default_user_tags.monitoring is 'maybe'; allowed: true or false")]
    [TestCase("max_connections = many", "max_connections is 'many'; allowed: a whole number, or infinity")]
    [TestCase("loopback_users.guest = maybe", "loopback_users.guest is 'maybe'; allowed: true or false")]
    [TestCase("password_hashing_module = rabbit_password_hashing_md5", "password_hashing_module is 'rabbit_password_hashing_md5'; allowed: rabbit_password_hashing_sha256 or _sha512")]
    [TestCase("handshake_timeout = 10s", "handshake_timeout is '10s'; allowed: milliseconds")]
    [TestCase("max_message_size = 40%", "max_message_size is '40%'; allowed: bytes, or a size such as 64MB or 64MiB")]
    [TestCase("listeners.tcp.default = localhost:5672", "listeners.tcp.default is 'localhost:5672'; allowed: a port, address:port or [IPv6 address]:port")]
    [TestCase("listeners.tcp = 5672", "listeners.tcp is '5672'; allowed: none; a listener is listeners.tcp.default")]
    [TestCase("vm_memory_high_watermark.relative = 1.5", "vm_memory_high_watermark.relative is '1.5'; allowed: a part of the memory, such as 0.4")]
    [TestCase("vm_memory_high_watermark.absolute = much", "vm_memory_high_watermark.absolute is 'much'; allowed: bytes, or a size such as 2GB or 2GiB")]
    [TestCase("log.console.level = loud", "log.console.level is 'loud'; allowed: debug, info, notice, warning, error, critical or none")]
    public void A_wrong_value_is_told_with_its_place(string line, string mistake)
    {
        var conf = Read("# first\n" + line);

        Assert.That(conf.Mistakes, Is.EqualTo(new[] { $"{_directory.Path}/rabbitmq.conf:2: {mistake}" }));
    }

    [TestCase("cluster_formation.classic_config.nodes.1 = rabbit@a", "the broker is one node")]
    [TestCase("log.file = rabbit.log", "the log goes to the console only: redirect it")]
    [TestCase("log.console = false", "the log goes to the console only: redirect it")]
    [TestCase("num_acceptors.tcp = 10", "it tunes RabbitMQ's own runtime")]
    [TestCase("heartbeet = 10", "this broker knows no such key")]
    public void A_key_that_changes_nothing_is_named_with_the_reason(string line, string reason)
    {
        var conf = Read(line);

        Assert.That(conf.Ignored.Select(ignored => (ignored.Entry.Place, ignored.Reason)), Is.EqualTo(new[] { ($"{_directory.Path}/rabbitmq.conf:1", reason) }));
    }

    [Test]
    public void What_is_as_the_file_wants_it_needs_no_word()
        => Assert.That(Read("log.console = true\nlog.file = false").Ignored, Is.Empty);

    [Test]
    public void Every_setting_that_is_named_exists()
    {
        var known = SettingsCatalogue.All.Select(setting => setting.Key);

        Assert.That(ConfKeys.All.Select(key => key.Setting).Distinct(), Is.SubsetOf(known));
    }

    private RabbitMqConf Read(string text)
        => RabbitMqConfReader.Read([_directory.Write("rabbitmq.conf", text)], _ => null, Memory);

    private static string Value(RabbitMqConf conf, string setting) => conf.Settings[setting].Value;

    private static IEnumerable<string> Ignored(RabbitMqConf conf) => conf.Ignored.Select(ignored => $"{ignored.Entry.Key}: {ignored.Reason}");
}
