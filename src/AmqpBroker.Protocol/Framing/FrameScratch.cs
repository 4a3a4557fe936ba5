using System.Buffers;

namespace AmqpBroker.Protocol.Framing;

/// <summary>Memory for frames that came in pieces, valid until <see cref="Reset"/>. Confined to whoever reads the frames.</summary>
public sealed class FrameScratch
{
    private readonly List<byte[]> _rented = [];

    /// <summary>Gives <paramref name="length"/> bytes of memory.</summary>
    public Memory<byte> Rent(int length)
    {
        var array = ArrayPool<byte>.Shared.Rent(length);
        _rented.Add(array);
        return array.AsMemory(0, length);
    }

    /// <summary>Takes all memory back: nothing read so far may be used any more.</summary>
    public void Reset()
    {
        if (_rented.Count == 0)
        {
            return;
        }

        foreach (var array in _rented)
        {
            ArrayPool<byte>.Shared.Return(array);
        }

        _rented.Clear();
    }
}
