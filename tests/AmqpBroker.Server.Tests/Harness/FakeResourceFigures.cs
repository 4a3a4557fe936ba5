using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>A machine whose figures the test sets; a negative one cannot be read.</summary>
internal sealed class FakeResourceFigures : IResourceFigures
{
    private long _memory;
    private long _free = long.MaxValue;

    public long Memory
    {
        get => Volatile.Read(ref _memory);
        set => Volatile.Write(ref _memory, value);
    }

    public long Free
    {
        get => Volatile.Read(ref _free);
        set => Volatile.Write(ref _free, value);
    }

    /// <summary>How often unused memory was given back.</summary>
    public int Returns { get; private set; }

    public long ResidentMemory() => Memory < 0 ? throw new IOException("no figures today") : Memory;

    public long FreeSpace(string directory) => Free < 0 ? throw new IOException("no such disk") : Free;

    public void ReturnUnusedMemory() => Returns++;
}
