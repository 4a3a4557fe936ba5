using System.Buffers;

namespace AmqpBroker.Server.Tests.Output;

/// <summary>Hands out memory in blocks of one size, as a pipe does, and more only when more is asked for.</summary>
internal sealed class BlockWriter(int blockSize) : IBufferWriter<byte>
{
    private readonly List<byte> _written = [];
    private byte[] _block = [];
    private int _used;

    public byte[] Written => [.. _written];

    /// <summary>The longest piece of memory asked for.</summary>
    public int LargestRequest { get; private set; }

    public void Advance(int count)
    {
        _written.AddRange(_block.AsSpan(_used, count));
        _used += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        LargestRequest = Math.Max(LargestRequest, sizeHint);
        if (_block.Length - _used < Math.Max(sizeHint, 1))
        {
            // Not zeroed in a pipe either.
            _block = new byte[Math.Max(sizeHint, blockSize)];
            Array.Fill(_block, (byte)0xEE);
            _used = 0;
        }

        return _block.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
