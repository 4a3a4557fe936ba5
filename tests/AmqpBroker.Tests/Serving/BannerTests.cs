using System.Net;
using AmqpBroker.Logging;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Serving;

public sealed class BannerTests
{
    [Test]
    public void It_says_what_runs_where_it_listens_and_where_its_data_lies()
    {
        var options = new AmqpBrokerOptions();
        options.Storage.DataDirectory = "/srv/broker";

        var text = new Banner(
            "1.2.3", options, [new(IPAddress.IPv6Any, 5672)], [], [new(IPAddress.IPv6Any, 15672)], 4711)
        {
            Metrics = [new(IPAddress.IPv6Any, 15692)],
            Users = ["guest"],
        }.ToText(new Terminal(hasColours: false));

        Assert.That(text.ReplaceLineEndings("\n"), Is.EqualTo("""
            AmqpBroker 1.2.3, standing in for RabbitMQ 3.13.7
              amqp        port 5672 on every address
              amqps       off (needs Amqp:Certificate)
              http        port 15672 on every address
              metrics     port 15692 on every address
              data        /srv/broker
              durability  confirmed persistent messages are on disk (fsync)
              login       guest/guest unless you changed it, from this machine only
              pid         4711

            """.ReplaceLineEndings("\n")));
    }

    [TestCase("guest", "", "login       user guest")]
    [TestCase("admin", "guest", "login       user admin")]
    [TestCase("admin", "admin", "login       user admin, from this machine only")]
    [TestCase("", "guest", "login       nobody: there are no users")]
    [TestCase("admin guest", "guest", "login       2 users")]
    public void It_says_who_may_log_in(string users, string local, string expected)
    {
        var options = new AmqpBrokerOptions();
        options.Amqp.LoopbackUsers = local;

        var text = new Banner("1", options, [], [], [], 1) { Users = users.Split(' ', StringSplitOptions.RemoveEmptyEntries) }
            .ToText(new Terminal(hasColours: false));

        Assert.That(text.Split(Environment.NewLine), Has.Some.EqualTo($"  {expected}"));
    }

    [Test]
    public void It_shows_the_ports_that_were_found_not_those_that_were_asked_for()
    {
        var options = new AmqpBrokerOptions();
        options.Amqp.Port = 0;
        options.Amqp.Certificate = "broker.pem";

        var text = new Banner(
            "1", options, [new(IPAddress.Loopback, 40001), new(IPAddress.IPv6Loopback, 40002)], [new(IPAddress.Loopback, 40003)], [], 1)
            .ToText(new Terminal(hasColours: false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("amqp        127.0.0.1:40001, [::1]:40002"));
            Assert.That(text, Does.Contain("amqps       127.0.0.1:40003"));
            Assert.That(text, Does.Contain("http        off"));
        }
    }
}
