using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Frames;

/// <summary>The frames of a message: basic.publish, one header, as many bodies as it takes.</summary>
public sealed class Content : ChannelRules
{
    private const string NoMethod = "UNEXPECTED_FRAME - expected method frame, got non method frame instead";
    private const string NoHeader = "UNEXPECTED_FRAME - expected content header for class 60, got non content header frame instead";
    private const string NoBody = "UNEXPECTED_FRAME - expected content body, got non content body frame instead";

    private static readonly byte[] FourOctets = "body"u8.ToArray();

    [Test]
    public async Task A_body_without_a_publish_closes_the_connection_with_505()
    {
        await BodyAsync(FourOctets);

        await ExpectConnectionCloseAsync(505, NoMethod, method: null);
    }

    [Test]
    public async Task A_header_without_a_publish_closes_the_connection_with_505()
    {
        await HeaderAsync(bodySize: 0);

        await ExpectConnectionCloseAsync(505, NoMethod, method: null);
    }

    [Test]
    public async Task A_header_on_an_unopened_channel_closes_the_connection_with_505()
    {
        await Client.SendAsync(new Frame(Frame.Header, 5, new WireProperties().Encode(bodySize: 0)));

        await ExpectConnectionCloseAsync(505, NoMethod, method: null);
    }

    [Test]
    public async Task A_method_instead_of_the_header_closes_the_connection_with_505()
    {
        await PublishAsync();
        await SendAsync("basic.qos");

        await ExpectConnectionCloseAsync(505, NoHeader, "basic.publish");
    }

    [Test]
    public async Task A_body_instead_of_the_header_closes_the_connection_with_505()
    {
        await PublishAsync();
        await BodyAsync(FourOctets);

        await ExpectConnectionCloseAsync(505, NoHeader, "basic.publish");
    }

    [Test]
    public async Task A_header_with_a_weight_closes_the_connection_with_505()
    {
        await PublishAsync();
        await Client.SendAsync(new Frame(Frame.Header, 1, new WireProperties().Encode(bodySize: 0, weight: 1)));

        await ExpectConnectionCloseAsync(505, NoHeader, "basic.publish");
    }

    [Test]
    public async Task A_header_of_another_class_closes_the_connection_with_505()
    {
        await PublishAsync();
        await Client.SendAsync(new Frame(Frame.Header, 1, new WireProperties().Encode(bodySize: 0, classId: 50)));

        await ExpectConnectionCloseAsync(
            505, "UNEXPECTED_FRAME - expected content header for class 60, got one for class 50 instead", "basic.publish");
    }

    [Test]
    public async Task A_second_header_closes_the_connection_with_505()
    {
        await PublishAsync();
        await HeaderAsync(bodySize: 4);
        await HeaderAsync(bodySize: 4);

        await ExpectConnectionCloseAsync(505, NoBody, "basic.publish");
    }

    [Test]
    public async Task A_method_instead_of_the_body_closes_the_connection_with_505()
    {
        await PublishAsync();
        await HeaderAsync(bodySize: 4);
        await SendAsync("basic.qos");

        await ExpectConnectionCloseAsync(505, NoBody, "basic.publish");
    }

    [Test]
    public async Task A_body_frame_after_an_empty_body_closes_the_connection_with_505()
    {
        await PublishAsync();
        await HeaderAsync(bodySize: 0);
        await BodyAsync([]);

        await ExpectConnectionCloseAsync(505, NoMethod, method: null);
    }

    [Test]
    public async Task A_body_longer_than_announced_closes_the_connection_with_501()
    {
        await PublishAsync();
        await HeaderAsync(bodySize: 2);
        await BodyAsync(FourOctets);
        await SendAsync("basic.qos");

        await ExpectConnectionCloseAsync(501, "FRAME_ERROR - content body frame exceeds remaining content size", "basic.publish");
    }

    [Test]
    public async Task A_body_announced_as_larger_than_any_may_be_closes_the_connection_with_501()
    {
        await PublishAsync();
        await HeaderAsync(bodySize: 1L << 40);

        AssertWords(
            await Client.ExpectAsync("connection.close", channel: 0),
            501,
            "FRAME_ERROR - content body size 1099511627776 exceeds maximum allowed size 536870912",
            "basic.publish");
    }

    [Test]
    public async Task An_empty_body_has_no_body_frame()
    {
        await DeclareQueueAsync();
        await PublishAsync(string.Empty);

        Assert.That((await GetAsync()).Body, Is.Empty);
        await ExpectNothingAsync();
    }

    [Test]
    public async Task An_empty_body_frame_amid_a_body_is_ignored()
    {
        await DeclareQueueAsync();
        await PublishAsync();
        await HeaderAsync(bodySize: 4);
        await BodyAsync([]);
        await BodyAsync("bo"u8.ToArray());
        await BodyAsync([]);
        await BodyAsync("dy"u8.ToArray());

        Assert.That((await GetAsync()).Text, Is.EqualTo("body"));
    }

    [Test]
    public async Task A_body_may_come_in_frames_of_any_size()
    {
        await DeclareQueueAsync();
        await PublishAsync();
        await HeaderAsync(bodySize: 4);
        foreach (var octet in FourOctets)
        {
            await BodyAsync([octet]);
        }

        Assert.That((await GetAsync()).Text, Is.EqualTo("body"));
    }

    [Test]
    public async Task A_body_larger_than_a_frame_comes_back_in_frames_of_frame_max()
    {
        await DeclareQueueAsync();
        await Client.PublishAsync(1, string.Empty, Name, new byte[200_000]);

        await SendAsync("basic.get", ("queue", Name), ("no-ack", true));

        await Client.ExpectAsync("basic.get-ok");
        await Client.ReceiveAsync();
        Assert.That((await Client.ReceiveAsync())!.Payload, Has.Length.EqualTo(Client.FrameMax - 8));
        Assert.That((await Client.ReceiveAsync())!.Payload, Has.Length.EqualTo(200_000 - Client.FrameMax + 8));
    }

    [Test]
    public async Task Frames_of_another_channel_may_come_between()
    {
        await DeclareQueueAsync();
        await Client.CallAsync(2, "channel.open");

        await PublishAsync();
        await Client.CallAsync(2, "basic.qos");
        await HeaderAsync(bodySize: 4);
        await Client.PublishAsync(2, string.Empty, Name, "other"u8.ToArray());
        await Client.CallAsync(2, "basic.qos");
        await BodyAsync(FourOctets);

        Assert.That((await GetAsync()).Text, Is.EqualTo("other"));
        Assert.That((await GetAsync()).Text, Is.EqualTo("body"));
    }

    [Test]
    public async Task A_channel_close_amid_a_message_closes_the_connection_with_505()
    {
        await PublishAsync();
        await SendAsync("channel.close", ("reply-code", 200));

        await ExpectConnectionCloseAsync(505, NoHeader, "basic.publish");
    }

    [TestCase("continuation", 0x0001)]
    [TestCase("flag_without_value", 0x8000)]
    public async Task Properties_that_cannot_be_decoded_close_the_connection_with_502(string broken, int flags)
    {
        await PublishAsync();
        var payload = new WireWriter().Integer(60, 2).Integer(0, 2).Integer(0, 8).Integer((ulong)flags, 2);
        await Client.SendAsync(new Frame(Frame.Header, 1, payload.ToArray()));

        var close = await Client.ExpectAsync("connection.close", channel: 0);
        Assert.That(close.Number("reply-code"), Is.EqualTo(502), broken);
    }

    [Test]
    public async Task The_undefined_property_flag_is_ignored()
    {
        await DeclareQueueAsync();
        await PublishAsync();
        var payload = new WireWriter().Integer(60, 2).Integer(0, 2).Integer(0, 8).Integer(0x0002, 2);
        await Client.SendAsync(new Frame(Frame.Header, 1, payload.ToArray()));

        await GetAsync();
    }

    private Task PublishAsync() => SendAsync("basic.publish", ("routing-key", Name));

    private Task HeaderAsync(long bodySize) => Client.SendAsync(new Frame(Frame.Header, 1, new WireProperties().Encode(bodySize)));

    private Task BodyAsync(byte[] octets) => Client.SendAsync(new Frame(Frame.Body, 1, octets));
}
