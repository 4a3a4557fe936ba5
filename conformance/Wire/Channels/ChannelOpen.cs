using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Channels;

public sealed class ChannelOpen : ChannelRules
{
    [Test]
    public async Task Is_answered_with_an_empty_channel_id()
    {
        var opened = await Client.CallAsync(2, "channel.open");

        Assert.That(opened.Text("channel-id"), Is.Empty);
    }

    [Test]
    public async Task May_be_sent_on_the_highest_number()
    {
        await Client.CallAsync(65_535, "channel.open");
    }

    [Test]
    public async Task A_second_time_closes_the_connection_with_504()
    {
        await SendAsync("channel.open");

        await ExpectConnectionCloseAsync(504, "CHANNEL_ERROR - second 'channel.open' seen", "channel.open");
    }

    [TestCase("basic.qos")]
    [TestCase("queue.declare")]
    [TestCase("channel.flow")]
    [TestCase("channel.close")]
    [TestCase("channel.close-ok")]
    [TestCase("tx.select")]
    [TestCase("confirm.select")]
    public async Task Must_come_before(string method)
    {
        await Client.SendAsync(5, method);

        await ExpectConnectionCloseAsync(504, "CHANNEL_ERROR - expected 'channel.open'", method);
    }

    [Test]
    public async Task May_be_sent_again_after_close()
    {
        await CallAsync("channel.close", ("reply-code", 200));

        await CallAsync("channel.open");

        await CallAsync("basic.qos");
    }

    [TestCase("channel.open-ok")]
    [TestCase("queue.declare-ok")]
    [TestCase("basic.get-empty")]
    [TestCase("basic.qos-ok")]
    [TestCase("channel.flow-ok")]
    [TestCase("tx.select-ok")]
    public async Task Does_not_allow_methods_that_only_a_broker_sends(string method)
    {
        await SendAsync(method);

        await ExpectConnectionCloseAsync(503, "COMMAND_INVALID - unimplemented method", method);
    }

    [TestCase("basic.deliver")]
    [TestCase("basic.return")]
    [TestCase("basic.get-ok")]
    public async Task Does_not_allow_contents_that_only_a_broker_sends(string method)
    {
        await SendAsync(method);

        await ExpectConnectionCloseAsync(503, "COMMAND_INVALID - unimplemented method", method);
    }
}
