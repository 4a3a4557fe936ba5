using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class ConnectionTuneOk : Rules
{
    [TestCase(1, 131_072, 0)]
    [TestCase(2_047, 4_096, 0)]
    [TestCase(2_047, 131_072, 65_535)]
    public async Task Within_the_limits_is_accepted(int channelMax, int frameMax, int heartbeat)
    {
        await using var client = await AnswerAsync(channelMax, frameMax, heartbeat);

        await client.CallAsync(0, "connection.open", ("virtual-host", Vhost));
    }

    [Test]
    public Task With_channel_max_0_closes_the_connection_with_530() => ExpectRefusalAsync(
        0, 131_072, "negotiated channel_max = 0 (no limit) is higher than the maximum allowed value (2047)");

    [Test]
    public Task With_a_higher_channel_max_closes_the_connection_with_530() => ExpectRefusalAsync(
        2_048, 131_072, "negotiated channel_max = 2048 is higher than the maximum allowed value (2047)");

    [Test]
    public Task With_frame_max_0_closes_the_connection_with_530() => ExpectRefusalAsync(
        2_047, 0, "negotiated frame_max = 0 (no limit) is higher than the maximum allowed value (131072)");

    [Test]
    public Task With_a_higher_frame_max_closes_the_connection_with_530() => ExpectRefusalAsync(
        2_047, 131_073, "negotiated frame_max = 131073 is higher than the maximum allowed value (131072)");

    [Test]
    public Task With_a_frame_max_below_4096_closes_the_connection_with_530() => ExpectRefusalAsync(
        2_047, 4_095, "negotiated frame_max = 4095 is lower than the minimum allowed value (4096)");

    [Test]
    public async Task Must_come_before_connection_open()
    {
        await using var client = await WireClient.ConnectAsync();
        await client.LogInAsync();

        await client.SendAsync(0, "connection.open", ("virtual-host", Vhost));

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task May_be_sent_together_with_connection_open()
    {
        await using var client = await WireClient.ConnectAsync();
        await client.LogInAsync();

        await client.SendAsync(
        [
            .. WireClient.Encode(0, "connection.tune-ok", ("channel-max", 10), ("frame-max", 8_192), ("heartbeat", 0)),
            .. WireClient.Encode(0, "connection.open", ("virtual-host", Vhost)),
        ]);

        await client.ExpectAsync("connection.open-ok", channel: 0);
    }

    [Test]
    public async Task Limits_the_frames_that_the_broker_sends()
    {
        await using var client = await WireClient.OpenAsync(frameMax: 4_096);
        await client.CallAsync(1, "channel.open");
        await client.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));
        await client.PublishAsync(1, string.Empty, Name, new byte[10_000]);

        await client.SendAsync(1, "basic.get", ("queue", Name), ("no-ack", true));

        await client.ExpectAsync("basic.get-ok");
        await client.ReceiveAsync();
        int[] sizes =
        [
            (await client.ReceiveAsync())!.Payload.Length, (await client.ReceiveAsync())!.Payload.Length,
            (await client.ReceiveAsync())!.Payload.Length,
        ];
        Assert.That(sizes, Is.EqualTo(new[] { 4_088, 4_088, 1_824 }));
    }

    [Test]
    public async Task Limits_the_number_of_open_channels()
    {
        await using var client = await WireClient.OpenAsync(channelMax: 2);
        await client.CallAsync(1, "channel.open");
        await client.CallAsync(2, "channel.open");

        await client.SendAsync(3, "channel.open");

        await ExpectConnectionCloseAsync(
            client, 530, "NOT_ALLOWED - number of channels opened (2) has reached the negotiated channel_max (2)", method: null);
    }

    [Test]
    public async Task Does_not_limit_the_numbers_of_channels()
    {
        await using var client = await WireClient.OpenAsync(channelMax: 2);

        await client.CallAsync(9, "channel.open");
    }

    private static async Task<WireClient> AnswerAsync(int channelMax, int frameMax, int heartbeat)
    {
        var client = await WireClient.ConnectAsync();
        await client.LogInAsync();
        await client.SendAsync(0, "connection.tune-ok", ("channel-max", channelMax), ("frame-max", frameMax), ("heartbeat", heartbeat));
        return client;
    }

    private static async Task ExpectRefusalAsync(int channelMax, int frameMax, string text)
    {
        await using var client = await AnswerAsync(channelMax, frameMax, heartbeat: 0);
        await client.SendAsync(0, "connection.open", ("virtual-host", Vhost));

        AssertWords(await client.ExpectAsync("connection.close", channel: 0), 530, $"NOT_ALLOWED - {text}", "connection.tune");
    }
}
