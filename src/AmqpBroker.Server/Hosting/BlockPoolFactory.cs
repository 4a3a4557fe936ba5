using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace AmqpBroker.Server.Hosting;

/// <summary>Gives Kestrel the one pool that all its connections share.</summary>
internal sealed class BlockPoolFactory : IMemoryPoolFactory<byte>, IDisposable
{
    private readonly BlockPool _pool = new();

    /// <inheritdoc/>
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => _pool;

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();
}
