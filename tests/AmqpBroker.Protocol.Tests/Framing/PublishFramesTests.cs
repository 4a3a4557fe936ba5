using System.Buffers;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Protocol.Tests.Framing;

public sealed class PublishFramesTests
{
    // To the default exchange with key "q", two properties' worth of flags, body "hello".
    private const string Method = "01 0102 0000000A 003C0028 0000 00 0171 00 CE";
    private const string Header = "02 0102 0000000F 003C 0000 0000000000000005 1000 02 CE";
    private const string Body = "03 0102 00000005 68656C6C6F CE";

    [Test]
    public void A_whole_message_is_found_where_it_lies_and_passed_over()
    {
        var octets = Octets.Hex(Method + Header + Body + "08 0000 00000000 CE");
        var buffer = new ReadOnlySequence<byte>(octets);
        var cursor = new FrameCursor(in buffer, 4096, new FrameScratch());

        var isFound = cursor.TryPeekPublish(out var frames);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isFound, Is.True);
            Assert.That(frames.Channel, Is.EqualTo(0x0102));
            Assert.That(frames.Fields.ToArray(), Is.EqualTo(Octets.Hex("0000 00 0171 00")));
            Assert.That(frames.Header.ToArray(), Is.EqualTo(Octets.Hex("003C 0000 0000000000000005 1000 02")));
            Assert.That(frames.Properties.ToArray(), Is.EqualTo(Octets.Hex("1000 02")));
            Assert.That(frames.Body.ToArray(), Is.EqualTo("hello"u8.ToArray()));
        }

        cursor.Pass(in frames);
        Assert.That(cursor.TryRead(out var next) && next.Type == FrameType.Heartbeat, Is.True);
    }

    [TestCase("01 0102 0000000A 003C0029 0000 00 0171 00 CE", Header, Body, TestName = "Another method is left to the frame reader")]
    [TestCase("01 0102 00000003 003C00 CE", Header, Body, TestName = "A method too short is left to the frame reader")]
    [TestCase("02 0102 0000000A 003C0028 0000 00 0171 00 CE", Header, Body, TestName = "A frame of another type is left to the frame reader")]
    [TestCase("01 0102 0000000A 003C0028 0000 00 0171 00 CD", Header, Body, TestName = "A method without its end is left to the frame reader")]
    [TestCase(null, "02 0103 0000000F 003C 0000 0000000000000005 1000 02 CE", Body, TestName = "A header for another channel is left to the frame reader")]
    [TestCase(null, "02 0102 0000000F 003D 0000 0000000000000005 1000 02 CE", Body, TestName = "A header of another class is left to the frame reader")]
    [TestCase(null, "02 0102 0000000F 003C 0001 0000000000000005 1000 02 CE", Body, TestName = "A header with a weight is left to the frame reader")]
    [TestCase(null, "02 0102 0000000F 003C 0000 0000000000000006 1000 02 CE", Body, TestName = "A body in several frames is left to the frame reader")]
    [TestCase(null, "02 0102 0000000F 003C 0000 0000000000000004 1000 02 CE", Body, TestName = "A body longer than announced is left to the frame reader")]
    [TestCase(null, "02 0102 0000000D 003C 0000 0000000000000005 10 CE", Body, TestName = "A header without property flags is left to the frame reader")]
    [TestCase(null, "02 0102 0000000E 003C 0000 0000000000000000 0000 CE", "03 0102 00000000 CE", TestName = "An empty body is left to the frame reader")]
    [TestCase(null, Header, "03 0100 00000005 68656C6C6F CE", TestName = "A body for another channel is left to the frame reader")]
    [TestCase(null, Header, "03 0102 00000005 68656C6C6F 00", TestName = "A body without its end is left to the frame reader")]
    [TestCase(null, Header, "01 0102 00000005 68656C6C6F CE", TestName = "A method instead of the body is left to the frame reader")]
    public void What_is_not_exactly_a_whole_message_is_left_to_the_frame_reader(string? method, string header, string body)
    {
        var octets = Octets.Hex((method ?? Method) + header + body);
        var buffer = new ReadOnlySequence<byte>(octets);
        var cursor = new FrameCursor(in buffer, 4096, new FrameScratch());

        Assert.That(cursor.TryPeekPublish(out _), Is.False);
        Assert.That(cursor.IsBroken, Is.False);
        Assert.That(buffer.Slice(cursor.Position).Length, Is.EqualTo(octets.Length));
    }

    [Test]
    public void A_message_cut_anywhere_is_left_in_the_buffer()
    {
        var octets = Octets.Hex(Method + Header + Body);
        for (var received = 0; received < octets.Length; received++)
        {
            var buffer = new ReadOnlySequence<byte>(octets, 0, received);
            var cursor = new FrameCursor(in buffer, 4096, new FrameScratch());

            Assert.That(cursor.TryPeekPublish(out _), Is.False, $"{received} octets");
        }
    }

    [Test]
    public void Frames_longer_than_frame_max_are_left_to_the_frame_reader([Values(9, 14)] int frameMax)
    {
        var buffer = new ReadOnlySequence<byte>(Octets.Hex(Method + Header + Body));
        var cursor = new FrameCursor(in buffer, frameMax, new FrameScratch());

        Assert.That(cursor.TryPeekPublish(out _), Is.False);
    }
}
