using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Channels;

public sealed class ChannelFlow : ChannelRules
{
    [Test]
    public async Task Active_is_answered_with_flow_ok_active()
    {
        var answer = await CallAsync("channel.flow", ("active", true));

        Assert.That(answer.Bit("active"));
    }

    [Test]
    public async Task Inactive_closes_the_connection_with_540()
    {
        await SendAsync("channel.flow", ("active", false));

        await ExpectConnectionCloseAsync(540, "NOT_IMPLEMENTED - active=false", "channel.flow");
    }
}
