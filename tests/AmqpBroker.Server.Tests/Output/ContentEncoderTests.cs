using System.Buffers;
using System.Text;
using AmqpBroker.Core.Messages;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Output;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Output;

public sealed class ContentEncoderTests
{
    private const int Block = 4096;

    [Test]
    public void A_content_is_written_as_the_frame_writer_does_around_every_limit(
        [Values(4096, 4097, 8192, 131_072)] int frameMax, [Values(14, 1015, 1016, 1017, 9000)] int headerLength)
    {
        var largest = frameMax - FrameConstants.Overhead;
        int[] limits = [0, 1016, Block, largest, 2 * largest, (2 * largest) + Block];
        foreach (var size in limits.SelectMany(limit => Enumerable.Range(limit - 12, 25)).Where(size => size >= 0))
        {
            var header = Octets(headerLength);
            var body = Octets(size);
            var writer = new BlockWriter(Block);

            var cursor = new OutputCursor(writer);
            ContentEncoder.WriteContent(ref cursor, 7, frameMax, header, body);
            cursor.Commit();

            var expected = new ArrayBufferWriter<byte>();
            FrameWriter.WriteHeader(expected, 7, header);
            FrameWriter.WriteBody(expected, 7, body, frameMax);
            Assert.That(writer.Written.AsSpan().SequenceEqual(expected.WrittenSpan), Is.True, $"body of {size}");
            Assert.That(writer.LargestRequest, Is.LessThanOrEqualTo(Block), "more than a pool's block would be allocated");
        }
    }

    [Test]
    public void Deliveries_one_after_the_other_are_written_as_the_frame_writer_does(
        [Values(0, 1, 100, 255)] int nameLength, [Values(0, 1, 900, 5000)] int bodyLength)
    {
        var tag = new string('t', nameLength);
        var exchange = new string('x', nameLength);
        var key = new string('k', nameLength);
        var writer = new BlockWriter(Block);
        var expected = new ArrayBufferWriter<byte>();
        var body = Octets(bodyLength);
        var header = RawAmqpClient.EncodeHeader((ulong)bodyLength, new BasicProperties { MessageId = "m" });
        byte[] prefix = [0, 60, 0, 60, (byte)nameLength, .. Encoding.UTF8.GetBytes(tag)];
        var record = Record(exchange, key, header, body);

        var cursor = new OutputCursor(writer);
        for (ulong i = 1; i <= 50; i++)
        {
            var message = new MessageRecord(record);
            ContentEncoder.WriteDeliver(ref cursor, 9, 4096, prefix, i, i % 2 == 0, message.Route, message.Header, message.Body);
            FrameWriter.WriteMethod(expected, 9, new BasicDeliver(tag, i, i % 2 == 0, exchange, key));
            FrameWriter.WriteHeader(expected, 9, header);
            FrameWriter.WriteBody(expected, 9, body, 4096);
        }

        cursor.Commit();

        Assert.That(writer.Written.AsSpan().SequenceEqual(expected.WrittenSpan), Is.True);
    }

    [Test]
    public void Nothing_written_is_nothing_advanced()
    {
        var writer = new BlockWriter(Block);

        var cursor = new OutputCursor(writer);
        cursor.Commit();

        Assert.That(writer.Written, Is.Empty);
    }

    private static byte[] Record(string exchange, string key, byte[] header, byte[] body)
    {
        byte[] route = [(byte)exchange.Length, .. Encoding.UTF8.GetBytes(exchange), (byte)key.Length, .. Encoding.UTF8.GetBytes(key)];
        var message = new PublishedMessage { Header = header, Body = body };
        var record = new byte[MessageRecord.LengthOf(route.Length, in message)];
        MessageRecord.Write(record, route, in message, now: 0, due: long.MaxValue);
        return record;
    }

    private static byte[] Octets(int length)
    {
        var octets = new byte[length];
        for (var i = 0; i < length; i++)
        {
            octets[i] = (byte)(i * 31);
        }

        return octets;
    }
}
