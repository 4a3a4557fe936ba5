using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class ContentTests
{
    private const string HeaderExpected =
        "UNEXPECTED_FRAME - expected content header for class 60, got non content header frame instead";

    private const string BodyExpected = "UNEXPECTED_FRAME - expected content body, got non content body frame instead";
    private const string MethodExpected = "UNEXPECTED_FRAME - expected method frame, got non method frame instead";

    private static readonly byte[] Qos = RawAmqpClient.Encode(1, default(BasicQos));
    private static readonly byte[] PublishToQ = RawAmqpClient.Encode(1, new BasicPublish("", "q", false, false));

    [TestCaseSource(nameof(Mistakes))]
    public async Task A_frame_out_of_place_closes_the_connection_however_the_octets_are_cut(byte[][] frames, Closing expected)
    {
        await using var broker = new BrokerUnderTest();

        foreach (var pieces in Cuts(frames))
        {
            var client = await broker.OpenAsync(unreadLimit: BrokerUnderTest.InStep);
            await client.DeclareAsync("q");

            foreach (var piece in pieces)
            {
                await client.Write(piece).FlushAsync();
            }

            Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(expected));
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(10)]
    public async Task A_message_arrives_however_its_octets_are_cut(int size)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unreadLimit: BrokerUnderTest.InStep);
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c", noAck: true);
        var body = Enumerable.Range(0, size).Select(i => (byte)i).ToArray();
        byte[] message = [.. PublishToQ, .. Header((ulong)size), .. body.Chunk(4).SelectMany(part => ForgedFrame.Of(3, 1, part))];

        for (var cut = 2; cut < message.Length - 1; cut++)
        {
            await client.Write(message.AsSpan(0, cut)).FlushAsync();
            await client.Write(message.AsSpan(cut)).FlushAsync();
            var received = await client.ExpectContentAsync<BasicDeliver>(1);

            Assert.That(received.Body, Is.EqualTo(body), $"cut at {cut}");
        }
    }

    [Test]
    public async Task A_message_may_come_octet_by_octet_with_octets_of_other_channels_between()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unreadLimit: BrokerUnderTest.InStep);
        await client.OpenChannelAsync(2);
        await client.DeclareAsync("q");
        byte[][] first = [PublishToQ, Header(4), ForgedFrame.Of(3, 1, [1, 2]), ForgedFrame.Of(3, 1, []), ForgedFrame.Of(3, 1, [3, 4])];

        foreach (var frame in first)
        {
            await client.Write(frame).Write(2, default(BasicQos)).Write(ForgedFrame.Of(8, 0, [])).FlushAsync();
            await client.ExpectAsync<BasicQosOk>(2);
        }

        var got = await GetAsync(client);
        Assert.That(got.Body, Is.EqualTo(new byte[] { 1, 2, 3, 4 }));
    }

    [Test]
    public async Task Messages_of_two_channels_may_be_interleaved()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.DeclareAsync("q");

        client.Write(PublishToQ)
            .Write(2, new BasicPublish("", "q", false, false))
            .Write(Header(4))
            .Write(Header(3, channel: 2))
            .Write(ForgedFrame.Of(3, 1, [1, 1]))
            .Write(ForgedFrame.Of(3, 2, [2, 2]))
            .Write(ForgedFrame.Of(3, 1, [1, 1]))
            .Write(ForgedFrame.Of(3, 2, [2]));

        Assert.That((await GetAsync(client)).Body, Is.EqualTo(new byte[] { 1, 1, 1, 1 }));
        Assert.That((await GetAsync(client)).Body, Is.EqualTo(new byte[] { 2, 2, 2 }));
    }

    [TestCase(4096, 4088)]
    [TestCase(4096, 4089)]
    [TestCase(4096, 8176)]
    [TestCase(4096, 8177)]
    [TestCase(4096, 100_000)]
    [TestCase(131_072, 131_064)]
    [TestCase(131_072, 131_065)]
    [TestCase(131_072, 1_000_000)]
    public async Task A_body_is_sent_in_frames_of_the_negotiated_size(int frameMax, int size)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { FrameMax = (uint)frameMax });
        await client.DeclareAsync("q");
        var body = new byte[size];
        Random.Shared.NextBytes(body);

        await client.Publish(1, "", "q", body, frameMax: frameMax).FlushAsync();
        client.LargestBodyFrame = 0;
        var got = await GetAsync(client);

        Assert.That(got.Body!.AsSpan().SequenceEqual(body), Is.True);
        Assert.That(client.LargestBodyFrame, Is.EqualTo(Math.Min(size, frameMax - 8)));
    }

    [Test]
    public async Task A_payload_of_frame_max_itself_is_taken()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { FrameMax = 4096 });
        await client.DeclareAsync("q");

        client.Write(PublishToQ).Write(Header(4096)).Write(ForgedFrame.Of(3, 1, new byte[4096]));

        Assert.That((await GetAsync(client)).Body, Has.Length.EqualTo(4096));
    }

    [Test]
    public async Task A_large_header_is_not_split_whatever_the_frame_max()
    {
        await using var broker = new BrokerUnderTest();
        var sender = await broker.OpenAsync();
        var receiver = await broker.OpenAsync(new Login { FrameMax = 4096 });
        await sender.DeclareAsync("q");
        var headers = new Protocol.Fields.FieldTableBuilder().Add("h", new string('x', 9000)).Build();

        await sender.Publish(1, "", "q", "m"u8, properties: new() { Headers = headers }).QuiesceAsync();

        Assert.That(BasicProperties.Read((await GetAsync(receiver)).Properties).Headers, Is.EqualTo(headers));
    }

    [Test]
    public async Task Properties_are_passed_on_octet_by_octet()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");

        // The undefined flag bit 1, a bool of 2 and the letter L: nothing is put in order on the way.
        byte[] properties = [0x30, 0x02, 0, 0, 0, 15, 1, (byte)'a', (byte)'t', 2, 1, (byte)'b', (byte)'L', 0, 0, 0, 0, 0, 0, 0, 1, 1];
        properties[5] = (byte)(properties.Length - 7);
        client.Write(PublishToQ).Write(ForgedFrame.Of(2, 1, [0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. properties]));

        Assert.That((await GetAsync(client)).Properties, Is.EqualTo(properties));
    }

    [Test]
    public async Task An_announced_body_takes_no_memory_before_it_comes()
    {
        await using var broker = new BrokerUnderTest
        {
            Settings = BrokerUnderTest.UsualSettings with { MaxMessageSize = 512 * 1024 * 1024 },
        };
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        var before = GC.GetTotalMemory(forceFullCollection: false);

        for (ushort channel = 2; channel < 40; channel++)
        {
            client.Write(channel, default(ChannelOpen))
                .Write(channel, new BasicPublish("", "q", false, false))
                .Write(Header(512 * 1024 * 1024, channel))
                .Write(ForgedFrame.Of(3, channel, [1]));
        }

        await client.QuiesceAsync();
        Assert.That(GC.GetTotalMemory(forceFullCollection: false) - before, Is.LessThan(256L * 1024 * 1024));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task A_body_over_the_maximum_is_refused_when_all_of_it_has_come(int frames)
    {
        await using var broker = new BrokerUnderTest
        {
            Settings = BrokerUnderTest.UsualSettings with { MaxMessageSize = 299 },
        };
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        client.Write(PublishToQ).Write(Header(300));
        for (var i = 0; i < frames; i++)
        {
            Assert.That(await client.QuiesceAsync(), Is.Empty, "the rest of the body may come yet");
            client.Write(ForgedFrame.Of(3, 1, new byte[300 / frames]));
        }

        Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(new Closing(
            "Ch", 406, "PRECONDITION_FAILED - message size 300 is larger than configured max size 299", "60.40")));
    }

    [Test]
    public async Task An_exchange_that_is_not_there_is_told_before_a_body_that_is_too_large()
    {
        await using var broker = new BrokerUnderTest
        {
            Settings = BrokerUnderTest.UsualSettings with { MaxMessageSize = 299 },
        };
        var client = await broker.OpenAsync();

        client.Publish(1, "nowhere", "k", new byte[300]);

        Assert.That((await client.ExpectCloseAsync()).Text, Does.StartWith("NOT_FOUND - no exchange 'nowhere'"));
    }

    private static IEnumerable<TestCaseData> Mistakes()
    {
        byte[] publish = PublishToQ;
        byte[] body = ForgedFrame.Of(3, 1, [1, 2]);
        byte[] empty = ForgedFrame.Of(3, 1, []);
        return
        [
            Case("A method after publish", 505, HeaderExpected, publish, Qos),
            Case("A publish after publish", 505, HeaderExpected, publish, publish),
            Case("channel.close after publish", 505, HeaderExpected, publish, RawAmqpClient.Encode(1, default(ChannelClose))),
            Case("A body after publish", 505, HeaderExpected, publish, body),
            Case("A header with a weight", 505, HeaderExpected, publish, ForgedFrame.Of(2, 1, [0, 60, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
            Case("A header of another class", 505, "UNEXPECTED_FRAME - expected content header for class 60, got one for class 50 instead", publish, ForgedFrame.Of(2, 1, [0, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
            Case("A second header", 505, BodyExpected, publish, Header(2), Header(2)),
            Case("A method where the body is due", 505, BodyExpected, publish, Header(2), Qos),
            Case("A method in the middle of a body", 505, BodyExpected, publish, Header(3), body, Qos),
            Case("A body that is too long", 501, "FRAME_ERROR - content body frame exceeds remaining content size", publish, Header(1), body),
            Case("A body that becomes too long", 501, "FRAME_ERROR - content body frame exceeds remaining content size", publish, Header(3), body, body),
            CaseOf("A body after the body", 505, MethodExpected, "0.0", publish, Header(2), body, body),
            CaseOf("An empty body for no body", 505, MethodExpected, "0.0", publish, Header(0), empty),
            CaseOf("A header after the content", 505, MethodExpected, "0.0", publish, Header(2), body, Header(2)),
            Case("An immense body", 501, "FRAME_ERROR - content body size 536870913 exceeds maximum allowed size 536870912", publish, Header(536_870_913)),
            Case("A body size beyond all numbers", 501, "FRAME_ERROR - content body size 18446744073709551615 exceeds maximum allowed size 536870912", publish, Header(ulong.MaxValue)),
            Case("A continuation flag", 502, "SYNTAX_ERROR - malformed content properties", publish, ForgedFrame.Of(2, 1, [0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])),
            Case("A flag without its value", 502, "SYNTAX_ERROR - malformed content properties", publish, ForgedFrame.Of(2, 1, [0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0])),
            Case("No property flags", 502, "SYNTAX_ERROR - malformed content properties", publish, ForgedFrame.Of(2, 1, [0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
        ];

        static TestCaseData Case(string name, int code, string text, params byte[][] frames) => CaseOf(name, code, text, "60.40", frames);

        static TestCaseData CaseOf(string name, int code, string text, string method, params byte[][] frames) =>
            new TestCaseData(frames, new Closing("Co", code, text, method)).SetName($"{name} closes the connection");
    }

    /// <summary>All in one piece, cut between frames, and cut once inside each frame.</summary>
    private static IEnumerable<byte[][]> Cuts(byte[][] frames)
    {
        byte[] all = [.. frames.SelectMany(frame => frame)];
        yield return [all];
        yield return frames;
        var end = 0;
        foreach (var frame in frames)
        {
            foreach (var cut in new[] { end + 3, end + 7, end + frame.Length - 2 })
            {
                yield return [all[..cut], all[cut..]];
            }

            end += frame.Length;
        }
    }

    private static byte[] Header(ulong size, ushort channel = 1) =>
        ForgedFrame.Of(2, channel, RawAmqpClient.EncodeHeader(size, BasicProperties.Empty));

    private static Task<ReceivedMethod> GetAsync(TestClient client) =>
        client.Write(1, new BasicGet("q", NoAck: true)).ExpectContentAsync<BasicGetOk>(1);
}
