using System.Buffers;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Protocol.Tests.Framing;

public sealed class FrameReaderTests
{
    private const string Heartbeat = "08 0000 00000000 CE";
    private const string QueuePurge = "01 0102 00000004 0032001E CE";

    [Test]
    public void A_whole_frame_is_taken_off_the_front()
    {
        var buffer = Octets.Sequence(QueuePurge + Heartbeat);

        var isFound = FrameReader.TryRead(ref buffer, frameMax: 4096, out var frame);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isFound, Is.True);
            Assert.That(frame.Type, Is.EqualTo(FrameType.Method));
            Assert.That(frame.Channel, Is.EqualTo(0x0102));
            Assert.That(frame.Payload.ToArray(), Is.EqualTo(Octets.Hex("0032001E")));
            Assert.That(buffer.ToArray(), Is.EqualTo(Octets.Hex(Heartbeat)));
        }
    }

    [Test]
    public void A_frame_cut_anywhere_is_left_in_the_buffer([Range(0, 11)] int received)
    {
        var buffer = new ReadOnlySequence<byte>(Octets.Hex(QueuePurge).AsMemory(0, received));

        var isFound = FrameReader.TryRead(ref buffer, frameMax: 4096, out _);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isFound, Is.False);
            Assert.That(buffer.Length, Is.EqualTo(received), "nothing may be consumed");
        }
    }

    [TestCase(4096, null)]
    [TestCase(4097, "FRAME_ERROR - type 3, all octets = <<>>: {frame_too_large,4097,4088}")]
    public void A_payload_of_frame_max_itself_is_the_largest(int length, string? text)
    {
        byte[] octets = [3, 0, 1, 0, 0, (byte)(length >> 8), (byte)length, .. new byte[length], 0xCE];

        Assert.That(TryReadAll(octets), Is.EqualTo(text));
    }

    [TestCase("01 0001 00020001", "FRAME_ERROR - type 1, all octets = <<>>: {frame_too_large,131073,4088}")]
    [TestCase("03 0001 FFFFFFFF", "FRAME_ERROR - type 3, all octets = <<>>: {frame_too_large,4294967295,4088}")]
    [TestCase("05 0001 00001001", "FRAME_ERROR - type 5, all octets = <<>>: {frame_too_large,4097,4088}", Description = "size before type")]
    public void A_frame_too_large_is_refused_before_its_payload_is_there(string hex, string text) =>
        Assert.That(TryReadAll(Octets.Hex(hex)), Is.EqualTo(text));

    [TestCase("01 0001 00000004 0032001E CD", "FRAME_ERROR - type 1, all octets = <<0,50,0,30>>: {invalid_frame_end_marker,205}")]
    [TestCase("05 0001 00000003 616263 CE", "FRAME_ERROR - type 5, all octets = <<\"abc\">>: unknown_frame")]
    [TestCase("05 0001 00000003 616263 CD", "FRAME_ERROR - type 5, all octets = <<\"abc\">>: {invalid_frame_end_marker,205}")]
    [TestCase("08 0000 00000003 616263 CE", "FRAME_ERROR - type 8, all octets = <<\"abc\">>: unknown_frame")]
    [TestCase("08 0001 00000000 CE", "UNEXPECTED_FRAME - type 8, all octets = <<>>")]
    [TestCase("03 0000 00000003 616263 CE", "UNEXPECTED_FRAME - type 3, all octets = <<\"abc\">>")]
    [TestCase("02 0000 0000000C 003C00000000000000000000 CE", "UNEXPECTED_FRAME - type 2, all octets = <<0,60,0,0,0,0,0,0,0,0,0,0>>")]
    [TestCase("01 0001 00000001 00 CE", "FRAME_ERROR - type 1, all octets = <<0>>: unknown_frame")]
    [TestCase("02 0001 0000000B 003C000000000000000000 CE", "FRAME_ERROR - type 2, all octets = <<0,60,0,0,0,0,0,0,0,0,0>>: unknown_frame")]
    public void A_complete_frame_that_breaks_a_rule_is_refused(string hex, string text) =>
        Assert.That(TryReadAll(Octets.Hex(hex)), Is.EqualTo(text));

    [TestCase("05 0001 00000003 616263")]
    [TestCase("08 0001 00000000")]
    public void The_type_is_judged_only_when_the_frame_is_complete(string hex) =>
        Assert.That(TryReadAll(Octets.Hex(hex)), Is.Null);

    private static string? TryReadAll(byte[] octets) => Refusal.Of(() =>
    {
        var buffer = new ReadOnlySequence<byte>(octets);
        while (FrameReader.TryRead(ref buffer, frameMax: 4096, out _))
        {
        }
    });
}
