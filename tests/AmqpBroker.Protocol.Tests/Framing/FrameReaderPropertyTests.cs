using System.Buffers;
using AmqpBroker.Protocol.Framing;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Framing;

public sealed class FrameReaderPropertyTests
{
    private const int FrameMax = 256;

    private static readonly Gen<byte[]> Stream =
        Gen.OneOf(
            Method(),
            Content(FrameType.Header, 12),
            Content(FrameType.Body, 0),
            Gen.Constant(Frame(FrameType.Heartbeat, 0, []))).ArrayOf().Select(frames => frames.SelectMany(frame => frame).ToArray());

    [Test]
    public void The_same_frames_come_out_however_the_octets_are_cut() => Property.Holds(
        Stream.Zip(Gen.Choose(1, 40)),
        input =>
        {
            var (octets, segment) = input;

            var whole = Read(new ReadOnlySequence<byte>(octets), out _);
            var pieces = Read(Octets.InSegments(octets, segment), out var left);

            Assert.That(pieces, Is.EqualTo(whole));
            Assert.That(left, Is.Zero);
        });

    [Test]
    public void The_same_frames_come_out_as_octets_arrive() => Property.Holds(
        Stream,
        octets =>
        {
            var arrived = new List<string>();
            var start = 0;
            for (var end = 0; end <= octets.Length; end++)
            {
                var buffer = new ReadOnlySequence<byte>(octets, start, end - start);
                while (FrameReader.TryRead(ref buffer, FrameMax, out var frame))
                {
                    arrived.Add(Show(frame));
                }

                start = end - (int)buffer.Length;
            }

            Assert.That(arrived, Is.EqualTo(Read(new ReadOnlySequence<byte>(octets), out _)));
        });

    [Test]
    public void Mutated_streams_are_read_or_refused_and_never_wait_for_more_than_a_frame() => Property.Holds(
        Stream.SelectMany(Generate.Mutation).Zip(Gen.Choose(1, 40)),
        input => ReadOrRefuse(input.Item1, input.Item2),
        runs: 2000);

    [Test]
    public void Noise_is_read_or_refused_and_never_waits_for_more_than_a_frame() => Property.Holds(
        Generate.Noise,
        octets => ReadOrRefuse(octets, segment: 7),
        runs: 2000);

    private static void ReadOrRefuse(byte[] octets, int segment)
    {
        var left = 0L;
        var refusal = Refusal.Of(() => Read(Octets.InSegments(octets, segment), out left));

        Assert.That(Refusal.Of(() => Read(new ReadOnlySequence<byte>(octets), out _)), Is.EqualTo(refusal));
        Assert.That(left, Is.LessThan(FrameMax + FrameConstants.Overhead), "what may be kept waiting is bounded");
    }

    private static List<string> Read(ReadOnlySequence<byte> buffer, out long left)
    {
        var frames = new List<string>();
        while (FrameReader.TryRead(ref buffer, FrameMax, out var frame))
        {
            frames.Add(Show(frame));
        }

        left = buffer.Length;
        return frames;
    }

    private static string Show(in Frame frame) =>
        $"{frame.Type} {frame.Channel} {Convert.ToHexString(frame.Payload.ToArray())}";

    private static Gen<byte[]> Method() =>
        from channel in Generate.Octet
        from fields in Generate.Block
        select Frame(FrameType.Method, channel, [0, 60, 0, 40, .. fields.Take(FrameMax - 4)]);

    private static Gen<byte[]> Content(FrameType type, int least) =>
        from channel in Gen.Choose(1, 255)
        from octets in Generate.Block
        select Frame(type, (byte)channel, [.. new byte[least], .. octets.Take(FrameMax - least)]);

    private static byte[] Frame(FrameType type, byte channel, byte[] payload) =>
        [(byte)type, 0, channel, 0, 0, (byte)(payload.Length >> 8), (byte)payload.Length, .. payload, 0xCE];
}
