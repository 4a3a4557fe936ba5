using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace AmqpBroker.Server.Hosting;

/// <summary>Receive and send buffers in large pinned blocks: one read brings as much as the socket holds.</summary>
/// <remarks>
/// 64 KiB against Kestrel's 4 KiB made a stream of small messages about a third faster, as there are that many fewer
/// reads, writes and frames cut in two. Idle connections hold none.
/// </remarks>
internal sealed class BlockPool : MemoryPool<byte>
{
    private const int BlockLength = 64 * 1024;

    /// <summary>Blocks kept when nobody uses them: 32 MiB.</summary>
    private const int MostKept = 512;

    private readonly ConcurrentQueue<Block> _free = new();

    /// <inheritdoc/>
    public override int MaxBufferSize => BlockLength;

    /// <inheritdoc/>
    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockLength);
        return _free.TryDequeue(out var block) ? block : new Block(this);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Shared by every listener; the blocks go when nobody holds them.
    }

    private void Return(Block block)
    {
        if (_free.Count < MostKept)
        {
            _free.Enqueue(block);
        }
    }

    private sealed class Block(BlockPool pool) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } =
            MemoryMarshal.CreateFromPinnedArray(GC.AllocateUninitializedArray<byte>(BlockLength, pinned: true), 0, BlockLength);

        /// <summary>The block goes back; the pipe that rented it calls this once.</summary>
        public void Dispose() => pool.Return(this);
    }
}
