using AmqpBroker.Configuration;
using AmqpBroker.Logging;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace AmqpBroker.Tests.Configuration;

public sealed class SettingsReaderTests
{
    [Test]
    public void An_empty_configuration_gives_the_defaults()
    {
        var settings = Read();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Broker.Amqp.Port, Is.EqualTo(5672));
            Assert.That(settings.Broker.Storage.Durability, Is.EqualTo(Durability.Fsync));
            Assert.That(settings.Logging.Format, Is.EqualTo(LogFormat.Text));
        }
    }

    [Test]
    public void Values_are_converted_and_keys_are_found_in_any_case()
    {
        var settings = Read(
            ("AMQP:PORT", "5673"),
            ("amqp:handshakeTimeout", "00:00:30"),
            ("Storage:Durability", "os"),
            ("storage:diskFreeLimit", "2GiB"),
            ("Logging:Format", "json"),
            ("Logging:LogLevel:AmqpBroker.Server", "debug"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Broker.Amqp.Port, Is.EqualTo(5673));
            Assert.That(settings.Broker.Amqp.HandshakeTimeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(settings.Broker.Storage.Durability, Is.EqualTo(Durability.Os));
            Assert.That(settings.Broker.Storage.DiskFreeLimit, Is.EqualTo(ByteSize.FromBytes(2L << 30)));
            Assert.That(settings.Logging.Format, Is.EqualTo(LogFormat.Json));
            Assert.That(settings.Logging.Levels["AmqpBroker.Server"], Is.EqualTo(LogLevel.Debug));
        }
    }

    [TestCase("Amqp:Prot", "1", "unknown setting Amqp:Prot; there is Address, Certificate,")]
    [TestCase("Amqp:Port:Plain", "1", "unknown setting Amqp:Port:Plain")]
    [TestCase("Ampq:Port", "1", "unknown setting Ampq:Port; there is Amqp:..., Logging:..., Management:..., Prometheus:..., Statistics:..., Storage:..., Telemetry:...")]
    [TestCase("Management:Users", "1", "unknown setting Management:Users; there is Address, Certificate, CertificateKey, CertificatePassword, CorsMaxAge, CorsOrigins, LoadDefinitions, MaxBodySize, PagesDirectory, PathPrefix, Port, SessionTimeout, TlsPort")]
    [TestCase("Prometheus:Port", "65536", "Prometheus:Port is '65536'; allowed: 1 to 65535, 0 (any free port) or -1 (none)")]
    [TestCase("Prometheus:Path", "metrics", "Prometheus:Path is 'metrics'; allowed: a path such as /metrics")]
    [TestCase("Statistics:SamplingInterval", "00:00:07", "Statistics:SamplingInterval is '00:00:07'; allowed: 00:00:01 to 00:01:00, of which a minute is a multiple")]
    [TestCase("Management:Port", "65536", "Management:Port is '65536'; allowed: 1 to 65535, 0 (any free port) or -1 (none)")]
    [TestCase("Management:Address", "here", "Management:Address is 'here'; allowed: * (every address), localhost, or an IP address")]
    [TestCase("Logging:Colour", "1", "unknown setting Logging:Colour; there is Format, LogLevel:<category>")]
    [TestCase("Amqp:Port", "many", "Amqp:Port is 'many', which is not a whole number")]
    [TestCase("Amqp:Port", "99999999999", "Amqp:Port is '99999999999', which is not a whole number")]
    [TestCase("Amqp:HandshakeTimeout", "soon", "Amqp:HandshakeTimeout is 'soon', which is not a time such as 00:00:10")]
    [TestCase("Storage:Durability", "0", "Storage:Durability is '0', which is not one of fsync, os")]
    [TestCase("Storage:MemoryLimit", "much", "Storage:MemoryLimit is 'much', which is not a size such as 512MiB, 2GB or 40%")]
    [TestCase("Storage:MemoryLimit", "15MiB", "Storage:MemoryLimit is '15MiB'; allowed: 16MiB and more")]
    [TestCase("Storage:MemoryHighWatermark", "40%", "Storage:MemoryHighWatermark is '40%'; allowed: more than Storage:MemoryLimit, which is 40%")]
    [TestCase("Storage:DiskFreeLimit", "10%", "Storage:DiskFreeLimit is '10%'; allowed: a size such as 50MB or 1GiB, 0 for no limit")]
    [TestCase("Logging:LogLevel:Default", "loud", "Logging:LogLevel:Default is 'loud', which is not one of trace, debug,")]
    [TestCase("Telemetry:Endpoint", "collector", "Telemetry:Endpoint is 'collector'; allowed: the URL of a collector, such as http://localhost:4318")]
    [TestCase("Telemetry:Interval", "00:00:00", "Telemetry:Interval is '00:00:00'; allowed: 00:00:01 to 01:00:00")]
    [TestCase("Telemetry:RootTraceRatio", "1.5", "Telemetry:RootTraceRatio is '1.5'; allowed: 0 to 1")]
    [TestCase("Telemetry:RootTraceRatio", "all", "Telemetry:RootTraceRatio is 'all', which is not a number such as 0.25")]
    [TestCase("Telemetry:Traces", "some", "Telemetry:Traces is 'some', which is not true or false")]
    [TestCase("Amqp:MaxConnections", "-1", "Amqp:MaxConnections is '-1'; allowed: 0 to 2147483647 connections (0: no limit)")]
    [TestCase("Amqp:DefaultRead", "(", "Amqp:DefaultRead is '('; allowed: a regular expression (")]
    [TestCase("Amqp:DefaultQueueType", "stream", "Amqp:DefaultQueueType is 'stream'; allowed: classic or quorum")]
    [TestCase("Management:SessionTimeout", "00:00:01", "Management:SessionTimeout is '00:00:01'; allowed: 00:01:00 to 365.00:00:00")]
    [TestCase("Management:PathPrefix", "broker", "Management:PathPrefix is 'broker'; allowed: a path such as /broker, or nothing")]
    [TestCase("Amqp:FrameMax", "1", "Amqp:FrameMax is '1'; allowed: 4096 to 16777216 bytes")]
    public void A_mistake_is_one_line(string key, string value, string expected)
    {
        var isRead = TryRead([(key, value)], out _, out var mistakes);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isRead, Is.False);
            Assert.That(mistakes, Has.Count.EqualTo(1));
            Assert.That(mistakes[0], Does.StartWith(expected));
        }
    }

    [Test]
    public void All_mistakes_are_told_at_once()
    {
        TryRead([("Amqp:Port", "x"), ("Amqp:Nothing", "1"), ("Amqp:ChannelMax", "0"), ("Logging:Format", "xml")], out _, out var mistakes);

        Assert.That(mistakes, Has.Count.EqualTo(4));
    }

    [Test]
    public void Values_outside_every_section_belong_to_others()
        => Assert.That(TryRead([("PORT_5672_TCP", "tcp://10.0.0.1:5672"), ("SERVICE_HOST", "10.0.0.1")], out _, out _), Is.True);

    [Test]
    public void The_management_API_has_a_section_of_its_own()
        => Assert.That(Read(("Management:Port", "15673")).Management.Port, Is.EqualTo(15673));

    private static BrokerSettings Read(params (string Key, string Value)[] entries)
    {
        Assert.That(TryRead(entries, out var settings, out var mistakes), Is.True, string.Join('\n', mistakes));
        return settings;
    }

    private static bool TryRead((string Key, string Value)[] entries, out BrokerSettings settings, out IReadOnlyList<string> mistakes)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(entries.Select(entry => new KeyValuePair<string, string?>(entry.Key, entry.Value)))
            .Build();
        return SettingsReader.TryRead(configuration, out settings, out mistakes);
    }
}
