using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class ConnectionClose : ChannelRules
{
    [Test]
    public async Task Is_answered_with_close_ok()
    {
        await Client.CallAsync(0, "connection.close", ("reply-code", 200), ("reply-text", "bye"));
    }

    [Test]
    public async Task Is_answered_with_channels_open_and_consumers_running()
    {
        await DeclareQueueAsync();
        await ConsumeAsync();

        await Client.CallAsync(0, "connection.close", ("reply-code", 200));
    }

    [Test]
    public async Task Is_answered_after_what_was_sent_before_it()
    {
        await Client.SendAsync(
        [
            .. WireClient.Encode(1, "basic.qos"),
            .. WireClient.Encode(0, "connection.close", ("reply-code", 200)),
            .. WireClient.Encode(1, "basic.qos"),
        ]);

        await Client.ExpectAsync("basic.qos-ok");
        await Client.ExpectAsync("connection.close-ok", channel: 0);
    }

    [Test]
    public async Task Deletes_exclusive_queues_before_close_ok()
    {
        await DeclareQueueAsync();
        await using var other = await OpenAnotherAsync();

        await Client.CallAsync(0, "connection.close", ("reply-code", 200));

        await other.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));
    }

    [Test]
    public async Task Requeues_what_was_not_acknowledged()
    {
        await DeclareAsync(Name, "queue.declare");
        await PublishAsync("held");
        await GetAsync(noAck: false);
        await using var other = await OpenAnotherAsync();

        await Client.CallAsync(0, "connection.close", ("reply-code", 200));

        await other.SendAsync(1, "basic.get", ("queue", Name), ("no-ack", true));
        var got = await other.ExpectContentAsync("basic.get-ok");
        Assert.That((got.Text, got.Method.Bit("redelivered")), Is.EqualTo(("held", true)));
    }

    [Test]
    public async Task Of_the_broker_is_followed_by_nothing()
    {
        await Client.SendAsync(5, "basic.qos");
        await Client.ExpectAsync("connection.close", channel: 0);

        await SendAsync("basic.qos");
        await Client.SendAsync(0, "connection.close-ok");

        await Client.ExpectEndAsync();
    }

    [Test]
    public async Task Crossing_the_brokers_own_is_answered_too()
    {
        await Client.SendAsync(5, "basic.qos");
        await Client.ExpectAsync("connection.close", channel: 0);

        await Client.CallAsync(0, "connection.close", ("reply-code", 200));
    }

    [Test]
    public async Task On_an_open_channel_closes_the_connection_with_503()
    {
        await SendAsync("connection.close", ("reply-code", 200));

        await ExpectConnectionCloseAsync(503, "COMMAND_INVALID - unimplemented method", "connection.close");
    }

    [Test]
    public async Task On_an_unopened_channel_closes_the_connection_with_504()
    {
        await Client.SendAsync(5, "connection.close", ("reply-code", 200));

        await ExpectConnectionCloseAsync(504, "CHANNEL_ERROR - expected 'channel.open'", "connection.close");
    }
}
