using System.Diagnostics;

namespace AmqpBroker.Storage.Files;

/// <summary>How much has been read, written and synced, and how long that took. Any thread.</summary>
public sealed class FileActivity
{
    private long _reads;
    private long _readBytes;
    private long _readTicks;
    private long _writes;
    private long _writtenBytes;
    private long _writeTicks;
    private long _syncs;
    private long _syncTicks;

    /// <summary>Reads.</summary>
    public long Reads => Volatile.Read(ref _reads);

    /// <summary>Bytes read.</summary>
    public long ReadBytes => Volatile.Read(ref _readBytes);

    /// <summary>Time of reading.</summary>
    public TimeSpan ReadTime => ToTime(ref _readTicks);

    /// <summary>Writes.</summary>
    public long Writes => Volatile.Read(ref _writes);

    /// <summary>Bytes written.</summary>
    public long WrittenBytes => Volatile.Read(ref _writtenBytes);

    /// <summary>Time of writing.</summary>
    public TimeSpan WriteTime => ToTime(ref _writeTicks);

    /// <summary>Syncs.</summary>
    public long Syncs => Volatile.Read(ref _syncs);

    /// <summary>Time of syncing.</summary>
    public TimeSpan SyncTime => ToTime(ref _syncTicks);

    internal void Read(long started, long bytes) => Count(ref _reads, ref _readTicks, started, ref _readBytes, bytes);

    internal void Wrote(long started, long bytes) => Count(ref _writes, ref _writeTicks, started, ref _writtenBytes, bytes);

    internal void Synced(long started)
    {
        Interlocked.Increment(ref _syncs);
        Interlocked.Add(ref _syncTicks, Stopwatch.GetTimestamp() - started);
    }

    private static void Count(ref long count, ref long ticks, long started, ref long sum, long bytes)
    {
        Interlocked.Increment(ref count);
        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - started);
        Interlocked.Add(ref sum, bytes);
    }

    private static TimeSpan ToTime(ref long ticks) => Stopwatch.GetElapsedTime(0, Volatile.Read(ref ticks));
}
