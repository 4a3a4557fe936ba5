using System.Buffers;

namespace AmqpBroker.Protocol.Tests;

/// <summary>Octets in segments of chosen lengths, empty ones too, as a pipe may present them.</summary>
internal static class Segmented
{
    /// <summary>The octets cut at the given lengths, again and again; a cycle of nothing but zeros is not cut.</summary>
    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> octets, params ReadOnlySpan<int> lengths)
    {
        var first = new Segment(default, null);
        var last = first;
        for (var i = 0; !octets.IsEmpty; i++)
        {
            var isLast = lengths.IsEmpty || i > 2 * lengths.Length;
            var length = isLast ? octets.Length : Math.Min(lengths[i % lengths.Length], octets.Length);
            last = new Segment(octets[..length], last);
            octets = octets[length..];
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
