using System.Buffers;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Protocol.Tests;

/// <summary>Shorthand for octets in tests.</summary>
internal static class Octets
{
    public delegate void Writing(ref WireWriter writer);

    /// <summary>Hexadecimal with blanks where they help reading.</summary>
    public static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static ReadOnlySequence<byte> Sequence(string hex) => new(Hex(hex));

    /// <summary>What a writer that must grow at once makes of it.</summary>
    public static byte[] Written(Writing write)
    {
        var writer = new WireWriter(default);
        try
        {
            write(ref writer);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>The payload of the method's frame: ids and fields.</summary>
    public static byte[] Payload<T>(T method)
        where T : struct, IAmqpMethod<T> => Written((ref writer) =>
        {
            writer.WriteLong((uint)T.Id);
            method.Write(ref writer);
        });

    /// <summary>The octets in pieces of the given length, the last one shorter.</summary>
    public static ReadOnlySequence<byte> InSegments(byte[] octets, int length)
    {
        var first = new Segment(default, null);
        var last = first;
        for (var start = 0; start < octets.Length; start += length)
        {
            last = new Segment(octets.AsMemory(start, Math.Min(length, octets.Length - start)), last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? previous)
        {
            Memory = memory;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
