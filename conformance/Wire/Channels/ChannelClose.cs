using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Channels;

public sealed class ChannelClose : ChannelRules
{
    [Test]
    public async Task Is_answered_with_close_ok()
    {
        await CallAsync("channel.close", ("reply-code", 200), ("reply-text", "bye"));
    }

    [Test]
    public async Task Leaves_the_other_channels_open()
    {
        await Client.CallAsync(2, "channel.open");

        await CallAsync("channel.close", ("reply-code", 200));

        await Client.CallAsync(2, "basic.qos");
    }

    [Test]
    public async Task Of_the_broker_leaves_the_other_channels_open()
    {
        await Client.CallAsync(2, "channel.open");
        await FailAsync();

        await Client.CallAsync(2, "basic.qos");
    }

    [Test]
    public async Task Of_the_broker_is_followed_by_silence_until_close_ok()
    {
        await FailAsync();

        await SendAsync("basic.qos");
        await SendAsync("queue.declare", ("queue", Name), ("exclusive", true));
        await SendAsync("channel.close-ok");

        await CallAsync("channel.open");
        await SendAsync("queue.declare", ("queue", Name), ("passive", true));
        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.declare");
    }

    [Test]
    public async Task Of_the_broker_drops_contents_until_close_ok()
    {
        await Client.CallAsync(2, "channel.open");
        await Client.CallAsync(2, "queue.declare", ("queue", Name), ("exclusive", true));
        await FailAsync();

        await PublishAsync("lost");
        await SendAsync("channel.close-ok");

        await CallAsync("channel.open");
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Crossing_the_brokers_own_is_answered_too()
    {
        await FailAsync();

        await CallAsync("channel.close", ("reply-code", 200));
    }

    [Test]
    public async Task Requeues_what_was_not_acknowledged_as_redelivered()
    {
        await DeclareQueueAsync();
        await Client.CallAsync(2, "channel.open");
        await PublishAsync("held");
        await GetAsync(noAck: false);

        await CallAsync("channel.close", ("reply-code", 200));

        await Client.SendAsync(2, "basic.get", ("queue", Name));
        var got = await Client.ExpectContentAsync("basic.get-ok", channel: 2);
        Assert.That((got.Text, got.Method.Bit("redelivered")), Is.EqualTo(("held", true)));
    }

    [Test]
    public async Task Ends_the_consumers_of_the_channel()
    {
        await DeclareQueueAsync();
        await ConsumeAsync();

        await CallAsync("channel.close", ("reply-code", 200));

        await CallAsync("channel.open");
        var declared = await CallAsync("queue.declare", ("queue", Name), ("passive", true));
        Assert.That(declared.Number("consumer-count"), Is.Zero);
    }

    [Test]
    public async Task Keeps_the_exclusive_queues_of_the_connection()
    {
        await DeclareQueueAsync();

        await CallAsync("channel.close", ("reply-code", 200));

        await CallAsync("channel.open");
        await CallAsync("queue.declare", ("queue", Name), ("passive", true));
    }

    [Test]
    public async Task Ok_that_nobody_asked_for_closes_the_connection_with_503()
    {
        await SendAsync("channel.close-ok");

        await ExpectConnectionCloseAsync(503, "COMMAND_INVALID - unimplemented method", "channel.close-ok");
    }

    private async Task FailAsync()
    {
        await SendAsync("queue.declare", ("queue", Name + ".missing"), ("passive", true));
        await Client.ExpectAsync("channel.close");
    }
}
