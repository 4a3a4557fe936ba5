using System.Buffers;
using AmqpBroker.Protocol.Framing;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Framing;

public sealed class FrameCursorPropertyTests
{
    private const int FrameMax = 256;

    private static readonly Gen<byte[]> Stream = Gen.OneOf(Frame(1, 4), Frame(2, 12), Frame(3, 0), Frame(8, 0))
        .ArrayOf()
        .Select(frames => frames.SelectMany(frame => frame).ToArray());

    private static readonly Gen<int[]> Cuts = Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 9)), (2, Gen.Choose(10, 300))).ArrayOf(40);

    [Test]
    public void Valid_streams_are_read_as_the_frame_reader_does() => Property.Holds(Stream.Zip(Cuts), Compare);

    [Test]
    public void Mutated_streams_are_read_or_refused_as_the_frame_reader_does() => Property.Holds(
        Stream.SelectMany(Generate.Mutation).Zip(Cuts), Compare, runs: 2000);

    [Test]
    public void Noise_is_read_or_refused_as_the_frame_reader_does() => Property.Holds(
        Generate.Noise.Generator.Zip(Cuts), Compare, runs: 2000);

    [Test]
    public void The_same_frames_come_out_as_octets_arrive() => Property.Holds(
        Stream.SelectMany(Generate.Mutation).Zip(Cuts),
        input =>
        {
            var (octets, cuts) = input;
            var scratch = new FrameScratch();
            var frames = new List<string>();
            string? refusal = null;
            var start = 0;
            for (var end = 0; end <= octets.Length && refusal is null; end++)
            {
                var buffer = Segmented.Of(octets.AsMemory(start, end - start), cuts);
                refusal = Read(buffer, scratch, frames, out var consumed);
                start += (int)consumed;
                scratch.Reset();
            }

            Assert.That((frames, refusal), Is.EqualTo(Reference(octets)).Using<(List<string>, string?)>(Same));
        });

    private static void Compare((byte[] Octets, int[] Cuts) input)
    {
        var frames = new List<string>();
        var scratch = new FrameScratch();

        var refusal = Read(Segmented.Of(input.Octets, input.Cuts), scratch, frames, out var consumed);
        scratch.Reset();

        var (expected, expectedRefusal) = Reference(input.Octets);
        Assert.That(frames, Is.EqualTo(expected));
        Assert.That(refusal, Is.EqualTo(expectedRefusal));
        Assert.That(consumed, Is.LessThanOrEqualTo(input.Octets.Length));
        if (refusal is null)
        {
            Assert.That(input.Octets.Length - consumed, Is.LessThan(FrameMax + FrameConstants.Overhead), "what may be kept waiting is bounded");
        }
    }

    private static bool Same((List<string> Frames, string? Refusal) first, (List<string> Frames, string? Refusal) second) =>
        first.Frames.SequenceEqual(second.Frames) && first.Refusal == second.Refusal;

    /// <summary>Reads all frames, with the rules that the cursor leaves to its user; stops at the first that is refused.</summary>
    private static string? Read(ReadOnlySequence<byte> buffer, FrameScratch scratch, List<string> frames, out long consumed)
    {
        var cursor = new FrameCursor(in buffer, FrameMax, scratch);
        try
        {
            while (cursor.TryRead(out var frame))
            {
                Assert.That(frame.Memory.Span.SequenceEqual(frame.Payload), Is.True, "both views show the same");
                FrameRules.Check(in frame);
                frames.Add($"{frame.Type} {frame.Channel} {Convert.ToHexString(frame.Payload)}");
            }

            return null;
        }
        catch (ConnectionException refusal)
        {
            return refusal.ReplyText;
        }
        finally
        {
            consumed = buffer.Slice(0, cursor.Position).Length;
        }
    }

    private static (List<string> Frames, string? Refusal) Reference(byte[] octets)
    {
        var frames = new List<string>();
        var refusal = Refusal.Of(() =>
        {
            var buffer = new ReadOnlySequence<byte>(octets);
            while (FrameReader.TryRead(ref buffer, FrameMax, out var frame))
            {
                frames.Add($"{frame.Type} {frame.Channel} {Convert.ToHexString(frame.Payload.ToArray())}");
            }
        });
        return (frames, refusal);
    }

    private static Gen<byte[]> Frame(byte type, int least) =>
        from channel in Generate.Octet
        from octets in Generate.Block
        let rest = type == 8 ? [] : octets.Take(FrameMax - least)
        let payload = (byte[])[.. new byte[least], .. rest]
        let number = type switch { 8 => (byte)0, 1 => channel, _ => Math.Max(channel, (byte)1) }
        select (byte[])[type, 0, number, 0, 0, (byte)(payload.Length >> 8), (byte)payload.Length, .. payload, 0xCE];
}
