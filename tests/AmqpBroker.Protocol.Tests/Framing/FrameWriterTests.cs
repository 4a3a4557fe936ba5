using System.Buffers;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Protocol.Tests.Framing;

public sealed class FrameWriterTests
{
    private readonly ArrayBufferWriter<byte> _output = new();

    [Test]
    public void A_method_frame_holds_ids_and_fields()
    {
        FrameWriter.WriteMethod(_output, 0x0102, new BasicAck(5, Multiple: true));

        Assert.That(_output.WrittenSpan.ToArray(), Is.EqualTo(Octets.Hex("01 0102 0000000D 003C0050 0000000000000005 01 CE")));
    }

    [Test]
    public void A_method_larger_than_the_memory_at_hand_is_written_whole()
    {
        var table = new FieldTableBuilder().Add("k", new string('v', 5000)).Build();

        FrameWriter.WriteMethod(_output, 1, new QueueDeclare { Queue = "q", Arguments = table });

        var buffer = new ReadOnlySequence<byte>(_output.WrittenMemory);
        Assert.That(FrameReader.TryRead(ref buffer, frameMax: 131_072, out var frame), Is.True);
        var read = MethodDecoder.Decode<QueueDeclare>(frame.Payload.ToArray());
        Assert.That((read.Queue, read.Arguments), Is.EqualTo(("q", table)));
    }

    [Test]
    public void A_method_that_cannot_be_written_leaves_nothing_behind()
    {
        Assert.That(
            () => FrameWriter.WriteMethod(_output, 1, new BasicGet(new string('q', 256), NoAck: false)),
            Throws.ArgumentException);

        Assert.That(_output.WrittenCount, Is.Zero);
    }

    [Test]
    public void A_header_is_one_frame_whatever_its_size()
    {
        FrameWriter.WriteHeader(_output, 1, new byte[9000]);

        Assert.That(Lengths(frameMax: 131_072), Is.EqualTo([9000L]));
    }

    [TestCase(0, new long[0], Description = "an empty body has no frame")]
    [TestCase(1, new long[] { 1 })]
    [TestCase(4088, new long[] { 4088 })]
    [TestCase(4089, new long[] { 4088, 1 })]
    [TestCase(8176, new long[] { 4088, 4088 })]
    public void A_body_is_split_at_frame_max(int length, long[] payloads)
    {
        FrameWriter.WriteBody(_output, 1, new byte[length], frameMax: 4096);

        Assert.That(Lengths(frameMax: 4096 - FrameConstants.Overhead), Is.EqualTo(payloads));
    }

    [Test]
    public void The_parts_of_a_body_are_in_order()
    {
        var body = Enumerable.Range(0, 1000).Select(i => (byte)i).ToArray();

        FrameWriter.WriteBody(_output, 1, body, frameMax: 100);

        var buffer = new ReadOnlySequence<byte>(_output.WrittenMemory);
        var read = new List<byte>();
        while (FrameReader.TryRead(ref buffer, frameMax: 100, out var frame))
        {
            read.AddRange(frame.Payload.ToArray());
        }

        Assert.That(read, Is.EqualTo(body));
    }

    [Test]
    public void A_heartbeat_is_eight_octets()
    {
        FrameWriter.WriteHeartbeat(_output);

        Assert.That(_output.WrittenSpan.ToArray(), Is.EqualTo(Octets.Hex("08 0000 00000000 CE")));
    }

    [Test]
    public void The_protocol_header_is_that_of_0_9_1()
    {
        FrameWriter.WriteProtocolHeader(_output);

        Assert.That(_output.WrittenSpan.ToArray(), Is.EqualTo(Octets.Hex("41 4D 51 50 00 00 09 01")));
    }

    private List<long> Lengths(int frameMax)
    {
        var buffer = new ReadOnlySequence<byte>(_output.WrittenMemory);
        var lengths = new List<long>();
        while (FrameReader.TryRead(ref buffer, frameMax, out var frame))
        {
            lengths.Add(frame.Payload.Length);
        }

        return lengths;
    }
}
