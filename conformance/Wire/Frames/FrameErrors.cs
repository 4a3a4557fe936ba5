using System.Text;
using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Frames;

public sealed class FrameErrors : ChannelRules
{
    [Test]
    public async Task A_wrong_frame_end_closes_the_connection_with_501()
    {
        await Client.SendAsync(new Frame(Frame.Method, 1, [0, 20, 0, 10, 0]).Encode(end: 0));

        var close = await Client.ExpectAsync("connection.close", channel: 0);
        var text = close.Text("reply-text").Replace("\n", string.Empty, StringComparison.Ordinal).Replace("  ", string.Empty, StringComparison.Ordinal);
        Assert.That(
            (close.Number("reply-code"), text),
            Is.EqualTo((501, "FRAME_ERROR - type 1, all octets = <<0,20,0,10,0>>: {invalid_frame_end_marker,0}")));
    }

    [Test]
    public async Task A_frame_larger_than_frame_max_is_refused_with_501_by_its_header_alone()
    {
        await Client.SendAsync(new WireWriter().Octet(Frame.Method).Integer(1, 2).Integer(131_073, 4).ToArray());

        AssertWords(
            await Client.ExpectAsync("connection.close", channel: 0),
            501,
            "FRAME_ERROR - type 1, all octets = <<>>: {frame_too_large,131073,131064}",
            method: null);
    }

    [Test]
    public async Task A_payload_of_frame_max_octets_is_still_taken()
    {
        await DeclareQueueAsync();
        var body = new byte[Client.FrameMax];

        await SendAsync("basic.publish", ("routing-key", Name));
        await Client.SendAsync(new Frame(Frame.Header, 1, new WireProperties().Encode(body.Length)));
        await Client.SendAsync(new Frame(Frame.Body, 1, body));

        Assert.That((await GetAsync()).Body, Has.Length.EqualTo(body.Length));
    }

    [Test]
    public Task An_unknown_frame_type_closes_the_connection_with_501() => ExpectCloseAsync(
        new Frame(5, 1, "abc"u8.ToArray()), 501, "FRAME_ERROR - type 5, all octets = <<\"abc\">>: unknown_frame");

    [Test]
    public Task Of_a_longer_unknown_frame_the_first_16_octets_are_told() => ExpectCloseAsync(
        new Frame(5, 1, "abcdefghijklmnopqrst"u8.ToArray()),
        501,
        "FRAME_ERROR - type 5, first 16 octets = <<\"abcdefghijklmnop\">>: unknown_frame");

    [Test]
    public Task A_header_frame_on_channel_0_closes_the_connection_with_505() => ExpectCloseAsync(
        new Frame(Frame.Header, 0, new WireProperties().Encode(0)), 505, "UNEXPECTED_FRAME - type 2, all octets = <<0,60,0,0,0,0,0,0,0,0,0,0,0,0>>");

    [Test]
    public Task A_body_frame_on_channel_0_closes_the_connection_with_505() => ExpectCloseAsync(
        new Frame(Frame.Body, 0, "abc"u8.ToArray()), 505, "UNEXPECTED_FRAME - type 3, all octets = <<\"abc\">>");

    [Test]
    public Task A_method_frame_of_less_than_4_octets_closes_the_connection_with_501() => ExpectCloseAsync(
        new Frame(Frame.Method, 1, [0]), 501, "FRAME_ERROR - type 1, all octets = <<0>>: unknown_frame");

    [Test]
    public Task A_header_frame_of_less_than_12_octets_closes_the_connection_with_501() => ExpectCloseAsync(
        new Frame(Frame.Header, 1, [0, 60, 0, 0]), 501, "FRAME_ERROR - type 2, all octets = <<0,60,0,0>>: unknown_frame");

    [Test]
    public async Task An_unknown_class_closes_the_connection_with_540()
    {
        await Client.SendAsync(new Frame(Frame.Method, 1, [0, 77, 0, 10]));

        var close = await Client.ExpectAsync("connection.close", channel: 0);
        Assert.That(close.Number("reply-code"), Is.EqualTo(540));
    }

    [Test]
    public async Task An_unknown_method_closes_the_connection_with_540()
    {
        await Client.SendAsync(new Frame(Frame.Method, 1, [0, 60, 0, 77]));

        var close = await Client.ExpectAsync("connection.close", channel: 0);
        Assert.That(close.Number("reply-code"), Is.EqualTo(540));
    }

    [Test]
    public Task Truncated_fields_close_the_connection_with_501() => ExpectCloseAsync(
        new Frame(Frame.Method, 1, [0, 60, 0, 40, 0, 0, 3, (byte)'a', (byte)'b']),
        501,
        "FRAME_ERROR - cannot decode <<0,0,3,97,98>>",
        "basic.publish");

    [Test]
    public Task Octets_after_the_last_field_close_the_connection_with_501() => ExpectCloseAsync(
        new Frame(Frame.Method, 1, [.. WireMethod.Of("basic.recover").Encode(), 9]),
        501,
        "FRAME_ERROR - cannot decode <<0,9>>",
        "basic.recover");

    [Test]
    public Task A_short_string_that_is_no_UTF_8_closes_the_connection_with_501() => ExpectCloseAsync(
        new Frame(Frame.Method, 1, [0, 60, 0, 70, 0, 0, 2, 0xC3, 0x28, 0]), 501, "FRAME_ERROR - Malformed UTF-8 in shortstr");

    [Test]
    public Task A_table_with_an_unknown_type_closes_the_connection_with_502() =>
        ExpectBrokenTableAsync([.. "\x0001k"u8, (byte)'q', 0]);

    [Test]
    public Task A_table_that_is_cut_closes_the_connection_with_502() =>
        ExpectBrokenTableAsync([.. "\x0001k"u8, (byte)'I', 0, 0]);

    [Test]
    public async Task Frames_may_come_octet_by_octet()
    {
        foreach (var octet in WireClient.Encode(1, "basic.qos"))
        {
            await Client.SendAsync(octet);
        }

        await Client.ExpectAsync("basic.qos-ok");
    }

    [Test]
    public async Task Many_frames_may_come_in_one_write()
    {
        await Client.SendAsync([.. Enumerable.Repeat(WireClient.Encode(1, "basic.qos"), 100).SelectMany(frame => frame)]);

        for (var answered = 0; answered < 100; answered++)
        {
            await Client.ExpectAsync("basic.qos-ok");
        }
    }

    private async Task ExpectCloseAsync(Frame frame, int code, string text, string? method = null)
    {
        await Client.SendAsync(frame);

        await ExpectConnectionCloseAsync(code, text, method);
    }

    private async Task ExpectBrokenTableAsync(byte[] entries)
    {
        var payload = new WireWriter().Integer(50, 2).Integer(10, 2).Integer(0, 2).ShortString(Name).Octet(4).LongString(entries);
        await Client.SendAsync(new Frame(Frame.Method, 1, payload.ToArray()));

        var close = await Client.ExpectAsync("connection.close", channel: 0);
        Assert.That(close.Number("reply-code"), Is.EqualTo(502), Encoding.UTF8.GetString(entries));
    }
}
