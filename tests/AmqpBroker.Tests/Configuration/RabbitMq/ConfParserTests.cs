using AmqpBroker.Configuration.RabbitMq;
using NUnit.Framework;

namespace AmqpBroker.Tests.Configuration.RabbitMq;

/// <summary>What RabbitMQ 3.10.8 makes of the same lines, but for quotes, which it keeps and newer versions take off.</summary>
public sealed class ConfParserTests
{
    [TestCase("heartbeat = 17", "heartbeat", "17")]
    [TestCase("  heartbeat=17  ", "heartbeat", "17")]
    [TestCase("heartbeat = 17 # seconds", "heartbeat", "17")]
    [TestCase("default_user = a#b", "default_user", "a", Description = "a comment begins anywhere")]
    [TestCase("default_pass = 'a # b'", "default_pass", "a # b")]
    [TestCase("cluster_name = my rabbit", "cluster_name", "my rabbit")]
    [TestCase("cluster_name = høns", "cluster_name", "høns")]
    [TestCase("listeners.tcp.1 = ::1:5672", "listeners.tcp.1", "::1:5672")]
    [TestCase("a.b = c = d", "a.b", "c = d")]
    public void A_line_is_a_key_and_a_value(string line, string key, string value)
    {
        List<string> mistakes = [];

        var entry = ConfParser.Parse("f", line, mistakes).Single();

        Assert.That((entry.Key, entry.Value, entry.Line), Is.EqualTo((key, value, 1)));
        Assert.That(mistakes, Is.Empty);
    }

    [Test]
    public void Empty_lines_and_comments_say_nothing_and_are_counted()
    {
        List<string> mistakes = [];

        var entries = ConfParser.Parse("f", "\r\n# heartbeat = 1\r\n   ## more\r\n\r\nheartbeat = 2\r\n", mistakes).ToList();

        Assert.That(entries, Is.EqualTo(new[] { new ConfEntry("f", 5, "heartbeat", "2") }));
        Assert.That(mistakes, Is.Empty);
    }

    [TestCase("heartbeat")]
    [TestCase("heartbeat =")]
    [TestCase("= 17")]
    [TestCase("heart beat = 17")]
    [TestCase("heartbeat = # 17")]
    [TestCase("[{rabbit, [{heartbeat, 17}]}].")]
    public void What_is_no_such_line_is_told_with_its_place(string line)
    {
        List<string> mistakes = [];

        var entries = ConfParser.Parse("/etc/rabbitmq/rabbitmq.conf", "\n" + line, mistakes).ToList();

        Assert.That(entries, Is.Empty);
        Assert.That(mistakes, Is.EqualTo(new[] { "/etc/rabbitmq/rabbitmq.conf:2: this is not key = value" }));
    }
}
