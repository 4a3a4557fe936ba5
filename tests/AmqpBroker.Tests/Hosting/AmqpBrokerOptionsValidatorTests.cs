using AmqpBroker.Server.Hosting;
using NUnit.Framework;

namespace AmqpBroker.Tests.Hosting;

public sealed class AmqpBrokerOptionsValidatorTests
{
    private static readonly TestCaseData<Action<AmqpBrokerOptions>, string>[] Mistakes =
    [
        new(o => o.Amqp.Address = "nowhere", "Amqp:Address is 'nowhere'; allowed: * (every address), localhost, or an IP address"),
        new(o => o.Amqp.Address = "", "Amqp:Address is empty; allowed: * (every address), localhost, or an IP address"),
        new(o => o.Amqp.Port = 65536, "Amqp:Port is '65536'; allowed: 1 to 65535, 0 (any free port) or -1 (none)"),
        new(o => o.Amqp.Port = -2, "Amqp:Port is '-2'; allowed: 1 to 65535, 0 (any free port) or -1 (none)"),
        new(o => o.Amqp.Port = -1, "Amqp:Port is '-1'; allowed: -1 only beside a TLS listener (set Amqp:Certificate), as nothing would listen"),
        new(o => o.Amqp.TlsPort = 7000, "Amqp:TlsPort is '7000'; allowed: only together with Amqp:Certificate"),
        new(o => o.Amqp.CertificateKey = "key.pem", "Amqp:CertificateKey is 'key.pem'; allowed: only together with Amqp:Certificate"),
        new(o => o.Amqp.CertificatePassword = "secret", "Amqp:CertificatePassword is '(hidden)'; allowed: only together with Amqp:Certificate"),
        new(o => o.Amqp.FrameMax = 4095, "Amqp:FrameMax is '4095'; allowed: 4096 to 16777216 bytes"),
        new(o => o.Amqp.ChannelMax = 0, "Amqp:ChannelMax is '0'; allowed: 1 to 65535 channels"),
        new(o => o.Amqp.Heartbeat = -1, "Amqp:Heartbeat is '-1'; allowed: 0 to 65535 seconds (0: off)"),
        new(o => o.Amqp.HandshakeTimeout = TimeSpan.Zero, "Amqp:HandshakeTimeout is '00:00:00'; allowed: 00:00:01 to 00:10:00"),
        new(o => o.Amqp.ConsumerTimeout = TimeSpan.FromMilliseconds(1), "Amqp:ConsumerTimeout is '00:00:00.0010000'; allowed: 00:00:01 to 365.00:00:00, or 00:00:00 for none"),
        new(o => o.Amqp.MaxMessageSize = 536_870_913, "Amqp:MaxMessageSize is '536870913'; allowed: 1 to 536870912 bytes"),
        new(o => o.Amqp.RabbitMqVersion = "3.13", "Amqp:RabbitMqVersion is '3.13'; allowed: three numbers, as in 3.13.7"),
        new(o => o.Amqp.ClusterName = " ", "Amqp:ClusterName is ' '; allowed: 1 to 255 bytes of text"),
        new(o => o.Amqp.TcpBacklog = 0, "Amqp:TcpBacklog is '0'; allowed: 1 to 65535 connections"),
        new(o => o.Storage.DataDirectory = "", "Storage:DataDirectory is empty; allowed: the path of a directory, existing or not"),
        new(o => o.Storage.Durability = (Durability)7, "Storage:Durability is '7'; allowed: fsync or os"),
    ];

    [Test]
    public void The_defaults_are_valid()
        => Assert.That(Validate(new()), Is.Empty);

    [TestCaseSource(nameof(Mistakes))]
    public void A_mistake_is_told_with_key_value_and_what_is_allowed(Action<AmqpBrokerOptions> change, string expected)
    {
        var options = new AmqpBrokerOptions();
        change(options);

        Assert.That(Validate(options), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void All_mistakes_are_told_at_once()
    {
        var options = new AmqpBrokerOptions();
        options.Amqp.FrameMax = 1;
        options.Amqp.ChannelMax = 70_000;
        options.Storage.DataDirectory = "";

        Assert.That(Validate(options), Has.Length.EqualTo(3));
    }

    [Test]
    public void Only_TLS_may_listen()
    {
        var options = new AmqpBrokerOptions();
        options.Amqp.Port = AmqpOptions.NoPort;
        options.Amqp.Certificate = "broker.pem";

        Assert.That(Validate(options), Is.Empty);
    }

    [Test]
    public void Two_listeners_need_two_ports()
    {
        var options = new AmqpBrokerOptions();
        options.Amqp.Port = 5671;
        options.Amqp.Certificate = "broker.pem";

        Assert.That(Validate(options), Is.EqualTo(new[] { "Amqp:TlsPort is '5671'; allowed: a port other than Amqp:Port" }));
    }

    private static string[] Validate(AmqpBrokerOptions options)
        => [.. new AmqpBrokerOptionsValidator().Validate(null, options).Failures ?? []];
}
