using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

/// <summary>Methods that have their time in the life of a connection, sent at another.</summary>
public sealed class ConnectionState : ChannelRules
{
    [TestCase("connection.start-ok")]
    [TestCase("connection.tune-ok")]
    [TestCase("connection.open")]
    [TestCase("connection.close-ok")]
    public async Task Running_refuses_with_504(string method)
    {
        await Client.SendAsync(0, method);

        await ExpectConnectionCloseAsync(504, "CHANNEL_ERROR - unexpected method in connection state running", method);
    }

    [TestCase("channel.open")]
    [TestCase("queue.declare")]
    [TestCase("basic.publish")]
    [TestCase("tx.select")]
    public async Task Running_refuses_methods_of_channels_on_channel_0_with_504(string method)
    {
        await Client.SendAsync(0, method);

        await ExpectConnectionCloseAsync(504, "CHANNEL_ERROR - unexpected method in connection state running", method);
    }

    [Test]
    public async Task Running_takes_a_new_secret()
    {
        await Client.CallAsync(0, "connection.update-secret", ("new-secret", Broker.Uri.Password), ("reason", "renewed"));
    }

    [Test]
    public async Task Running_grants_access_ticket_1()
    {
        var granted = await CallAsync("access.request", ("realm", "/data"), ("read", true));

        Assert.That(granted.Number("ticket"), Is.EqualTo(1));
    }
}
