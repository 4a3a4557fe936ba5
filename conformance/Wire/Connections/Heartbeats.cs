using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class Heartbeats : Rules
{
    private static readonly Frame Heartbeat = new(Frame.Heartbeat, 0, []);

    [Test]
    public async Task Are_sent_to_a_client_that_hears_nothing_else()
    {
        await using var client = await WireClient.OpenAsync(heartbeat: 2);

        Assert.That(await client.ReceiveAnyAsync(), Has.Property("Type").EqualTo(Frame.Heartbeat));
        await client.SendAsync(Heartbeat);
        Assert.That(await client.ReceiveAnyAsync(), Has.Property("Type").EqualTo(Frame.Heartbeat));
    }

    [Test]
    public async Task Missing_from_a_client_end_its_socket_without_a_word()
    {
        await using var client = await WireClient.OpenAsync(heartbeat: 1);

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task Of_the_client_keep_its_connection()
    {
        await using var client = await WireClient.OpenAsync(heartbeat: 1);

        // Eight heartbeats of the broker span four intervals; each is answered.
        for (var received = 0; received < 8; received++)
        {
            Assert.That(await client.ReceiveAnyAsync(), Has.Property("Type").EqualTo(Frame.Heartbeat));
            await client.SendAsync(Heartbeat);
        }

        await client.CallAsync(1, "channel.open");
    }

    [Test]
    public async Task Are_replaced_by_any_other_octets()
    {
        await using var client = await WireClient.OpenAsync(heartbeat: 1);
        await client.CallAsync(1, "channel.open");

        for (var received = 0; received < 8; received++)
        {
            Assert.That(await client.ReceiveAnyAsync(), Has.Property("Type").EqualTo(Frame.Heartbeat));
            await client.CallAsync(1, "basic.qos");
        }
    }

    [Test]
    public async Task May_come_where_none_were_agreed()
    {
        await using var client = await WireClient.OpenAsync();

        await client.SendAsync(Heartbeat);

        await client.CallAsync(1, "channel.open");
    }

    [Test]
    public async Task May_come_between_the_frames_of_a_message()
    {
        await using var client = await WireClient.OpenAsync();
        await client.CallAsync(1, "channel.open");
        await client.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));

        await client.SendAsync(1, "basic.publish", ("routing-key", Name));
        await client.SendAsync(Heartbeat);
        await client.SendAsync(new Frame(Frame.Header, 1, new WireProperties().Encode(bodySize: 4)));
        await client.SendAsync(Heartbeat);
        await client.SendAsync(new Frame(Frame.Body, 1, "body"u8.ToArray()));

        await client.SendAsync(1, "basic.get", ("queue", Name), ("no-ack", true));
        Assert.That((await client.ExpectContentAsync("basic.get-ok")).Text, Is.EqualTo("body"));
    }

    [Test]
    public async Task With_a_payload_close_the_connection_with_501()
    {
        await using var client = await WireClient.OpenAsync();

        await client.SendAsync(new Frame(Frame.Heartbeat, 0, "abc"u8.ToArray()));

        await ExpectConnectionCloseAsync(client, 501, "FRAME_ERROR - type 8, all octets = <<\"abc\">>: unknown_frame", method: null);
    }

    [Test]
    public async Task On_another_channel_close_the_connection_with_505()
    {
        await using var client = await WireClient.OpenAsync();

        await client.SendAsync(new Frame(Frame.Heartbeat, 1, []));

        await ExpectConnectionCloseAsync(client, 505, "UNEXPECTED_FRAME - type 8, all octets = <<>>", method: null);
    }
}
