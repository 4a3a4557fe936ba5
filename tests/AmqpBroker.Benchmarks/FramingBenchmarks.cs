using System.Buffers;
using AmqpBroker.Protocol.Framing;
using BenchmarkDotNet.Attributes;

namespace AmqpBroker.Benchmarks;

/// <summary>Cutting a receive buffer into the three frames that make a published message: method, header, body of 16 bytes.</summary>
public class FramingBenchmarks
{
    private const int Messages = 2000;
    private const int FramesPerMessage = 3;

    private readonly FrameScratch _scratch = new();
    private ReadOnlySequence<byte> _buffer;

    [GlobalSetup]
    public void Setup()
    {
        byte[] message = [.. FrameOf(1, 20), .. FrameOf(2, 14), .. FrameOf(3, 16)];
        _buffer = new ReadOnlySequence<byte>([.. Enumerable.Repeat(message, Messages).SelectMany(bytes => bytes)]);
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public int ReadFrames()
    {
        var cursor = new FrameCursor(_buffer, FrameConstants.DefaultFrameMax, _scratch);
        var frames = 0;
        while (cursor.TryRead(out var frame))
        {
            FrameRules.Check(in frame);
            frames++;
        }

        return frames == Messages * FramesPerMessage ? frames : throw new InvalidOperationException($"{frames} frames");
    }

    private static byte[] FrameOf(byte type, byte length) =>
        [type, 0, 1, 0, 0, 0, length, .. new byte[length], FrameConstants.End];
}
