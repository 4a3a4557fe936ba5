using AmqpBroker.Perf;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

public sealed class AmqpUriTests
{
    [TestCase("amqp://", "localhost", 5672, "guest", "guest", "/")]
    [TestCase("amqp://host", "host", 5672, "guest", "guest", "/")]
    [TestCase("amqp://host/", "host", 5672, "guest", "guest", "/")]
    [TestCase("amqp://host:5673/%2F", "host", 5673, "guest", "guest", "/")]
    [TestCase("amqp://u:p@host/orders", "host", 5672, "u", "p", "orders")]
    [TestCase("amqp://a%40b:p%3Aq@host/a%2Fb", "host", 5672, "a@b", "p:q", "a/b")]
    [TestCase("amqp://u:@host", "host", 5672, "u", "", "/")]
    [TestCase("amqp://[::1]:5673/", "::1", 5673, "guest", "guest", "/")]
    public void Every_part_is_read_or_has_its_default(string text, string host, int port, string user, string password, string vhost)
    {
        var isRead = AmqpUri.TryParse(text, out var uri, out var mistake);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isRead, mistake);
            Assert.That(uri, Is.EqualTo(new AmqpUri(host, port, user, password, vhost)));
        }
    }

    [TestCase("http://host/", "is not an AMQP URI")]
    [TestCase("host:5672", "is not an AMQP URI")]
    [TestCase("", "is not an AMQP URI")]
    [TestCase("amqp://host/a/b", "more than a vhost")]
    [TestCase("amqp://host/?heartbeat=1", "more than a vhost")]
    [TestCase("amqps://host/", "amqps is not supported")]
    public void Anything_else_is_refused(string text, string expected)
    {
        var isRead = AmqpUri.TryParse(text, out _, out var mistake);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isRead, Is.False);
            Assert.That(mistake, Does.Contain(expected));
        }
    }

    [Test]
    public void The_password_is_not_shown()
    {
        var isRead = AmqpUri.TryParse("amqp://u:secret@[::1]/orders", out var uri, out _);

        Assert.That(isRead);
        Assert.That(uri.ToString(), Is.EqualTo("amqp://u@[::1]:5672/orders"));
    }
}
