using System.Buffers.Binary;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>Frames that cannot be, on an open channel 1: each closes the connection, and tells why.</summary>
public sealed class FrameErrorTests
{
    private const byte Method = 1;
    private const byte Header = 2;
    private const byte Body = 3;
    private const byte Heartbeat = 8;

    private static readonly byte[] Qos = RawAmqpClient.Encode(1, new BasicQos());
    private static readonly byte[] Publish = RawAmqpClient.Encode(1, new BasicPublish(string.Empty, "nowhere", false, false));

    [TestCaseSource(nameof(Frames))]
    [TestCaseSource(nameof(Methods))]
    [TestCaseSource(nameof(Contents))]
    [CancelAfter(Deadline.Normal)]
    public async Task Connection_is_closed(byte[] octets, Closing closing, CancellationToken cancellationToken) =>
        await AssertClosedAsync(octets, closing, cancellationToken);

    [TestCaseSource(nameof(Unkind))]
    [OwnBroker("tells why, where RabbitMQ drops the socket or waits for ever")]
    [CancelAfter(Deadline.Normal)]
    public async Task Connection_is_closed_with_a_reason(byte[] octets, Closing closing, CancellationToken cancellationToken) =>
        await AssertClosedAsync(octets, closing, cancellationToken);

    private static async Task AssertClosedAsync(byte[] octets, Closing closing, CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);

        await client.SendAsync(octets, cancellationToken);

        await WireAssert.ConnectionClosedAsync(client, closing, cancellationToken);
    }

    private static IEnumerable<TestCaseData> Frames() =>
    [
        Offence.Of("A frame must end in 0xCE", [.. RawAmqpClient.Encode(1, new TxSelect())[..^1], 0xCD], new Closing(
            501, "FRAME_ERROR - type 1, all octets = <<0,90,0,10>>: {invalid_frame_end_marker,205}")),
        Offence.Of("A frame is too large as soon as it says so", ForgedFrame.Header(Method, 1, 131_073), new Closing(
            501, "FRAME_ERROR - type 1, all octets = <<>>: {frame_too_large,131073,131064}")),
        Offence.Of("A frame of 4 GiB is refused from its first seven octets", ForgedFrame.Header(Body, 1, uint.MaxValue), new Closing(
            501, "FRAME_ERROR - type 3, all octets = <<>>: {frame_too_large,4294967295,131064}")),
        Offence.Of("A frame must have a known type", ForgedFrame.Of(5, 1, "abc"u8), new Closing(
            501, "FRAME_ERROR - type 5, all octets = <<\"abc\">>: unknown_frame")),
        Offence.Of("A heartbeat is empty", ForgedFrame.Of(Heartbeat, 0, "abc"u8), new Closing(
            501, "FRAME_ERROR - type 8, all octets = <<\"abc\">>: unknown_frame")),
        Offence.Of("A heartbeat belongs to channel 0", ForgedFrame.Of(Heartbeat, 1, []), new Closing(
            505, "UNEXPECTED_FRAME - type 8, all octets = <<>>")),
        Offence.Of("Channel 0 has no content", ForgedFrame.Of(Body, 0, "abc"u8), new Closing(
            505, "UNEXPECTED_FRAME - type 3, all octets = <<\"abc\">>")),
        Offence.Of("A method frame holds two ids", ForgedFrame.Of(Method, 1, [0]), new Closing(
            501, "FRAME_ERROR - type 1, all octets = <<0>>: unknown_frame")),
    ];

    private static IEnumerable<TestCaseData> Methods() =>
    [
        Offence.Of("A method must have all its fields", ForgedFrame.Of(Method, 1, [0, 50, 0, 10, 0, 0, 3, 97, 98]), new Closing(
            501, "FRAME_ERROR - cannot decode <<0,0,3,97,98>>", 50, 10)),
        Offence.Of("A method must have no more than its fields", ForgedFrame.Of(Method, 1, [0, 20, 0, 41, 7]), new Closing(
            501, "FRAME_ERROR - cannot decode <<7>>", 20, 41)),
        Offence.Of("A short string must be UTF 8", ForgedFrame.Of(Method, 1, [0, 50, 0, 30, 0, 0, 2, 0xFF, 0xFE, 0]), new Closing(
            501, "FRAME_ERROR - Malformed UTF-8 in shortstr")),
    ];

    private static IEnumerable<TestCaseData> Contents()
    {
        const string NoHeader = "UNEXPECTED_FRAME - expected content header for class 60, got non content header frame instead";
        const string NoBody = "UNEXPECTED_FRAME - expected content body, got non content body frame instead";
        const string NoMethod = "UNEXPECTED_FRAME - expected method frame, got non method frame instead";
        return
        [
            Offence.Of("A body needs a publish before it", ForgedFrame.Of(Body, 1, "abc"u8), new Closing(505, NoMethod)),
            Offence.Of("A header needs a publish before it", HeaderFrame(1), new Closing(505, NoMethod)),
            Offence.Of("A body on an unopened channel needs a publish before it", ForgedFrame.Of(Body, 7, "abc"u8), new Closing(505, NoMethod)),
            Offence.Of("An empty body has no body frame", [.. Publish, .. HeaderFrame(0), .. ForgedFrame.Of(Body, 1, [])], new Closing(505, NoMethod)),
            Offence.Of("A method cannot follow a publish", [.. Publish, .. Qos], new Closing(505, NoHeader, 60, 40)),
            Offence.Of("A body cannot follow a publish", [.. Publish, .. ForgedFrame.Of(Body, 1, "a"u8)], new Closing(505, NoHeader, 60, 40)),
            Offence.Of("The weight is nothing", [.. Publish, .. HeaderFrame(1, weight: 7)], new Closing(505, NoHeader, 60, 40)),
            Offence.Of("A header is of class basic", [.. Publish, .. HeaderFrame(1, classId: 50)], new Closing(
                505, "UNEXPECTED_FRAME - expected content header for class 60, got one for class 50 instead", 60, 40)),
            Offence.Of("A header cannot follow a header", [.. Publish, .. HeaderFrame(5), .. HeaderFrame(5)], new Closing(505, NoBody, 60, 40)),
            Offence.Of("A method cannot stand where a body is due", [.. Publish, .. HeaderFrame(5), .. Qos], new Closing(505, NoBody, 60, 40)),
        ];
    }

    private static IEnumerable<TestCaseData> Unkind() =>
    [
        Offence.Of("An unknown method of a known class is not implemented", ForgedFrame.Of(Method, 1, [0, 60, 0, 99]), new Closing(
            540, "NOT_IMPLEMENTED - unknown method 60.99", 60, 99)),
        Offence.Of("An unknown class is not implemented", ForgedFrame.Of(Method, 1, [0, 99, 0, 1]), new Closing(
            540, "NOT_IMPLEMENTED - unknown method 99.1", 99, 1)),
        Offence.Of(
            "A body cannot exceed what its header announced",
            [.. Publish, .. HeaderFrame(5), .. ForgedFrame.Of(Body, 1, "123456"u8)],
            new Closing(501, "FRAME_ERROR - content body frame exceeds remaining content size", 60, 40)),
        Offence.Of("A body of a terabyte is refused from its header", [.. Publish, .. HeaderFrame(1UL << 40)], new Closing(
            501, "FRAME_ERROR - content body size 1099511627776 exceeds maximum allowed size 536870912", 60, 40)),
    ];

    [TestCase("a table with an unknown type", new byte[] { 0, 0, 0, 3, 1, (byte)'a', (byte)'Z' })]
    [TestCase("a table that is cut off", new byte[] { 0, 0, 0, 16, 1, (byte)'a' })]
    [OwnBroker("tells why, where RabbitMQ drops the socket")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_broken_table_is_a_syntax_or_frame_error(string what, byte[] table, CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);

        await client.SendAsync(ForgedFrame.Of(Method, 1, [0, 50, 0, 10, 0, 0, 1, (byte)'q', 0, .. table]), cancellationToken);

        var close = await client.ExpectAsync<ConnectionClose>(cancellationToken);
        Assert.That((int)close.ReplyCode, Is.EqualTo(501).Or.EqualTo(502), what);
    }

    [Test]
    [OwnBroker("tells that the client is at fault")]
    [CancelAfter(Deadline.Normal)]
    public async Task Properties_that_do_not_decode_are_a_syntax_error(CancellationToken cancellationToken)
    {
        // RabbitMQ closes with 541 INTERNAL_ERROR.
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);
        byte[] header = [0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x80, 0];

        await client.SendAsync((byte[])[.. Publish, .. ForgedFrame.Of(Header, 1, header), .. ForgedFrame.Of(Body, 1, "x"u8)], cancellationToken);

        await WireAssert.ConnectionClosedAsync(
            client, new Closing(502, "SYNTAX_ERROR - malformed content properties", 60, 40), cancellationToken);
    }

    private static byte[] HeaderFrame(ulong bodySize, ushort weight = 0, ushort classId = 60)
    {
        var payload = RawAmqpClient.EncodeHeader(bodySize, BasicProperties.Empty);
        BinaryPrimitives.WriteUInt16BigEndian(payload, classId);
        BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(2), weight);
        return ForgedFrame.Of(Header, 1, payload);
    }
}
