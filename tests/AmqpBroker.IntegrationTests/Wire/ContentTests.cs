using System.Text;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

public sealed class ContentTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_body_is_cut_into_frames_as_large_as_negotiated(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken, new RawLogin { FrameMax = 4096 });
        var queue = await DeclareAsync(client, cancellationToken);
        var publish = new BasicPublish(string.Empty, queue, Mandatory: false, Immediate: false);
        await client.PublishAsync(1, publish, new byte[10_000], cancellationToken, frameMax: 4096);

        await client.SendAsync(1, new BasicGet(queue, NoAck: true), cancellationToken);

        var lengths = new List<(FrameType, int)>();
        while (lengths.Sum(frame => frame.Item2) < 10_000)
        {
            var frame = (ReceivedFrame)await client.ReceiveFrameAsync(cancellationToken);
            if (frame.Type == FrameType.Body)
            {
                lengths.Add((frame.Type, frame.Payload.Length));
            }
        }

        Assert.That(lengths.ConvertAll(frame => frame.Item2), Is.EqualTo(new[] { 4088, 4088, 1824 }));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_empty_body_has_no_body_frame(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        var queue = await DeclareAsync(client, cancellationToken);
        await client.PublishAsync(1, new BasicPublish(string.Empty, queue, false, false), default, cancellationToken);

        await client.SendAsync(1, new BasicGet(queue, NoAck: true), cancellationToken);
        await client.SendAsync(1, new BasicQos(), cancellationToken);

        var got = await client.ExpectMethodAsync(MethodId.BasicGetOk, cancellationToken);
        Assert.That(got.Body, Is.Empty);
        await client.ExpectAsync<BasicQosOk>(cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Empty_body_frames_in_between_do_not_matter(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        var queue = await DeclareAsync(client, cancellationToken);
        byte[] frames =
        [
            .. RawAmqpClient.Encode(1, new BasicPublish(string.Empty, queue, false, false)),
            .. ForgedFrame.Of(2, 1, RawAmqpClient.EncodeHeader(4, BasicProperties.Empty)),
            .. ForgedFrame.Of(3, 1, []),
            .. ForgedFrame.Of(3, 1, "ab"u8),
            .. ForgedFrame.Of(3, 1, []),
            .. ForgedFrame.Of(3, 1, "cd"u8),
        ];

        await client.SendAsync(frames, cancellationToken);
        await client.SendAsync(1, new BasicGet(queue, NoAck: true), cancellationToken);

        var got = await client.ExpectMethodAsync(MethodId.BasicGetOk, cancellationToken);
        Assert.That(Encoding.UTF8.GetString(got.Body!), Is.EqualTo("abcd"));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Contents_of_two_channels_may_be_interleaved(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        await client.OpenChannelAsync(2, cancellationToken);
        var queue = await DeclareAsync(client, cancellationToken);
        var header = RawAmqpClient.EncodeHeader(2, BasicProperties.Empty);
        var publish = new BasicPublish(string.Empty, queue, false, false);
        byte[] frames =
        [
            .. RawAmqpClient.Encode(1, publish),
            .. RawAmqpClient.Encode(2, publish),
            .. ForgedFrame.Of(2, 2, header),
            .. ForgedFrame.Of(2, 1, header),
            .. ForgedFrame.Of(3, 1, "1"u8),
            .. ForgedFrame.Of(3, 2, "22"u8),
            .. ForgedFrame.Of(3, 1, "1"u8),
        ];

        await client.SendAsync(frames, cancellationToken);

        var consume = new BasicConsume { Queue = queue, NoAck = true };
        await client.CallAsync<BasicConsume, BasicConsumeOk>(1, consume, cancellationToken);
        var first = await client.ExpectMethodAsync(MethodId.BasicDeliver, cancellationToken);
        var second = await client.ExpectMethodAsync(MethodId.BasicDeliver, cancellationToken);
        var bodies = new[] { Encoding.UTF8.GetString(first.Body!), Encoding.UTF8.GetString(second.Body!) };
        Assert.That(bodies, Is.EquivalentTo(new[] { "11", "22" }));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Properties_are_passed_on_octet_for_octet(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        var queue = await DeclareAsync(client, cancellationToken);
        var sent = new BasicProperties { Headers = EveryFieldType(), DeliveryMode = 1, Priority = 200, ClusterId = "reserved" };

        await client.PublishAsync(1, new BasicPublish(string.Empty, queue, false, false), "x"u8.ToArray(), cancellationToken, sent);
        await client.SendAsync(1, new BasicGet(queue, NoAck: true), cancellationToken);

        var got = await client.ExpectMethodAsync(MethodId.BasicGetOk, cancellationToken);
        Assert.That(got.Properties, Is.EqualTo(sent.ToArray()));
    }

    /// <summary>Every letter that RabbitMQ knows, and a name twice.</summary>
    private static FieldTable EveryFieldType() => new FieldTableBuilder()
        .Add("t", FieldValue.From(true))
        .Add("b", FieldValue.From(FieldType.SignedByte, -1))
        .Add("B", FieldValue.From(FieldType.UnsignedByte, 255))
        .Add("s", FieldValue.From(FieldType.Short, -2))
        .Add("u", FieldValue.From(FieldType.UnsignedShort, 65_535))
        .Add("I", FieldValue.From(-3))
        .Add("i", FieldValue.From(FieldType.UnsignedInt, 4_000_000_000))
        .Add("l", FieldValue.From(-4L))
        .Add("L", FieldValue.From(FieldType.LongAlias, -5))
        .Add("f", FieldValue.From(1.5f))
        .Add("d", FieldValue.From(2.5))
        .Add("D", FieldValue.FromDecimal(2, 314))
        .Add("S", FieldValue.From("text"))
        .Add("A", FieldValue.From(FieldValue.From(1), FieldValue.From("two")))
        .Add("T", FieldValue.FromTimestamp(1_700_000_000))
        .Add("F", FieldTable.Of(new FieldEntry("inner", FieldValue.From(1))))
        .Add("V", FieldValue.Void)
        .Add("x", FieldValue.FromBinary([0, 255]))
        .Add("V", FieldValue.From("twice"))
        .Build();

    private static Task<RawAmqpClient> OpenAsync(CancellationToken cancellationToken, RawLogin? login = null) =>
        RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, login);

    private static async Task<string> DeclareAsync(RawAmqpClient client, CancellationToken cancellationToken)
    {
        var declare = new QueueDeclare { Exclusive = true };
        return (await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, declare, cancellationToken)).Queue;
    }
}
