using System.Buffers;
using System.Buffers.Binary;
using AmqpBroker.Perf;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

public sealed class PublishBatchTests
{
    private const int FrameMax = 4096;

    [Test]
    public void It_is_whole_messages_each_with_the_time_of_sending([Values(8, 4088, 10_000)] int size, [Values] bool persistent)
    {
        var batch = new PublishBatch(Options(size) with { PersistentMessages = persistent, Batch = 3 }, "key", FrameMax);

        var buffer = new ReadOnlySequence<byte>(batch.Stamp(2, timestamp: 42).ToArray());

        using (Assert.EnterMultipleScope())
        {
            for (var message = 0; message < 2; message++)
            {
                Assert.That(ReadMessage(ref buffer, out var timestamp), Is.EqualTo(size));
                Assert.That(timestamp, Is.EqualTo(42));
            }

            Assert.That(buffer.IsEmpty);
        }
    }

    [Test]
    public void A_body_too_short_for_the_time_goes_without([Values(0, 7)] int size)
    {
        var batch = new PublishBatch(Options(size), "key", FrameMax);

        var buffer = new ReadOnlySequence<byte>(batch.Stamp(1, timestamp: 42).ToArray());

        Assert.That(ReadMessage(ref buffer, out _), Is.EqualTo(size));
    }

    [Test]
    public void Large_messages_make_a_small_batch()
        => Assert.That(new PublishBatch(Options(64 * 1024 * 1024) with { Batch = 64 }, "key", 131_072).Count, Is.EqualTo(1));

    private static PerfOptions Options(int size) => new() { Uri = new("h", 1, "u", "p", "/"), Size = size };

    /// <returns>The size of its body.</returns>
    private static long ReadMessage(ref ReadOnlySequence<byte> buffer, out long timestamp)
    {
        timestamp = 0;
        Assert.That(FrameReader.TryRead(ref buffer, FrameMax, out var method));
        Assert.That(MethodDecoder.Decode<BasicPublish>(method.Payload.FirstSpan).RoutingKey, Is.EqualTo("key"));
        Assert.That(FrameReader.TryRead(ref buffer, FrameMax, out var header));
        var size = BinaryPrimitives.ReadInt64BigEndian(header.Payload.FirstSpan[4..]);
        for (var read = 0L; read < size;)
        {
            Assert.That(FrameReader.TryRead(ref buffer, FrameMax, out var body));
            if (read == 0)
            {
                PublishBatch.TryReadStamp(body.Payload.FirstSpan, out timestamp);
            }

            read += body.Payload.Length;
        }

        return size;
    }
}
