using System.Buffers;
using System.Runtime.InteropServices;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Protocol.Tests.Framing;

public sealed class FrameCursorTests
{
    private const string Heartbeat = "08 0000 00000000 CE";
    private const string QueuePurge = "01 0102 00000004 0032001E CE";

    [Test]
    public void A_frame_in_one_piece_is_handed_out_where_it_lies()
    {
        var octets = Octets.Hex(QueuePurge + Heartbeat);
        var buffer = new ReadOnlySequence<byte>(octets);
        var cursor = new FrameCursor(in buffer, 4096, new FrameScratch());

        var isFound = cursor.TryRead(out var frame);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isFound, Is.True);
            Assert.That(frame.Type, Is.EqualTo(FrameType.Method));
            Assert.That(frame.Channel, Is.EqualTo(0x0102));
            Assert.That(frame.Memory.Equals(octets.AsMemory(7, 4)), Is.True, "no copy");
            Assert.That(buffer.Slice(cursor.Position).ToArray(), Is.EqualTo(Octets.Hex(Heartbeat)));
        }
    }

    [Test]
    public void A_frame_cut_anywhere_is_left_in_the_buffer([Range(0, 11)] int received, [Values(1, 5, 100)] int segment)
    {
        var buffer = Octets.InSegments(Octets.Hex(QueuePurge)[..received], segment);
        var cursor = new FrameCursor(in buffer, 4096, new FrameScratch());

        Assert.That(cursor.TryRead(out _), Is.False);
        Assert.That(buffer.Slice(cursor.Position).Length, Is.EqualTo(received));
        Assert.That(cursor.IsBroken, Is.False);
    }

    [Test]
    public void Frames_that_straddle_segments_stay_readable_until_the_scratch_is_reset([Range(1, 13)] int segment)
    {
        byte[] octets = [.. Enumerable.Range(0, 20).SelectMany(i => Octets.Hex($"03 0001 00000003 {i:X2}{i:X2}{i:X2} CE"))];
        var buffer = Octets.InSegments(octets, segment);
        var scratch = new FrameScratch();
        var cursor = new FrameCursor(in buffer, 4096, scratch);
        var payloads = new List<ReadOnlyMemory<byte>>();

        while (cursor.TryRead(out var frame))
        {
            payloads.Add(frame.Memory);
        }

        Assert.That(payloads.Select(payload => payload.ToArray()), Is.EqualTo(Enumerable.Range(0, 20).Select(i => Enumerable.Repeat((byte)i, 3))));
        scratch.Reset();
    }

    [TestCase("03 0001 00001001", 100)]
    [TestCase("03 0001 FFFFFFFF 00", 100)]
    [TestCase("03 0001 00001001", 3)]
    [TestCase("03 0001 00000001 AA CD", 100)]
    [TestCase("03 0001 00000001 AA CD", 1)]
    public void A_frame_that_cannot_be_read_breaks_the_cursor_for_good(string hex, int segment)
    {
        var buffer = Octets.InSegments(Octets.Hex(Heartbeat + hex), segment);
        var cursor = new FrameCursor(in buffer, 4096, new FrameScratch());

        Assert.That(cursor.TryRead(out _), Is.True);
        Assert.That(IsRefused(ref cursor), Is.True);
        Assert.That(cursor.IsBroken, Is.True);
    }

    [TestCase(100)]
    [TestCase(3)]
    public void Frame_max_may_change_between_two_frames(int segment)
    {
        var buffer = Octets.InSegments(Octets.Hex(Heartbeat + "03 0001 00000005 0102030405 CE"), segment);
        var cursor = new FrameCursor(in buffer, 4, new FrameScratch());
        Assert.That(cursor.TryRead(out _), Is.True);

        cursor.FrameMax = 5;

        Assert.That(cursor.TryRead(out var frame), Is.True);
        Assert.That(frame.Payload.Length, Is.EqualTo(5));
    }

    [Test]
    public void An_empty_buffer_holds_no_frame()
    {
        var buffer = ReadOnlySequence<byte>.Empty;
        var cursor = new FrameCursor(in buffer, 4096, new FrameScratch());

        Assert.That(cursor.TryRead(out _), Is.False);
    }

    [Test]
    public void The_memory_of_frames_in_pieces_goes_back_to_the_pool()
    {
        var scratch = new FrameScratch();
        var buffer = Octets.InSegments([3, 0, 1, 0, 0, 0x0F, 0xA0, .. new byte[4000], 0xCE], 1000);
        var cursor = new FrameCursor(in buffer, 4096, scratch);
        Assert.That(cursor.TryRead(out var frame), Is.True);
        Assert.That(MemoryMarshal.TryGetArray(frame.Memory, out var borrowed), Is.True);

        scratch.Reset();

        // What a thread gave back last is what it rents next.
        var rented = ArrayPool<byte>.Shared.Rent(4001);
        Assert.That(rented, Is.SameAs(borrowed.Array));
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static bool IsRefused(ref FrameCursor cursor)
    {
        try
        {
            cursor.TryRead(out _);
            return false;
        }
        catch (ConnectionException)
        {
            return true;
        }
    }
}
