using System.Diagnostics;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>The records appended and not yet taken by the writer, in a few blocks of memory that are used again and again.</summary>
/// <remarks>
/// Guarded by one short lock, held by an appender from <see cref="TryBegin"/> to <see cref="Commit"/>. Not bounded by itself: who appends
/// looks at <see cref="WriteAheadLog.IsBehind"/> first. Each take by the writer is one group, whose first record is a marker.
/// </remarks>
internal sealed class PendingRecords(long endLsn) : IDisposable
{
    private const int ChunkCapacity = 1024 * 1024;

    // One group being written, one being filled, and their successors.
    private const int FewestKept = 4;
    private const int MostKept = 32;

    // A wake-up of a sleeping thread costs about as much as a sync; the next commit mostly comes sooner.
    private const int SpinsBeforeSleep = 100;

    private readonly Lock _lock = new();
    private readonly List<PendingChunk> _chunks = [];
    private readonly Stack<PendingChunk> _free = new(MostKept);
    private readonly ManualResetEventSlim _arrived = new(initialState: false, SpinsBeforeSleep);
    private long _endLsn = endLsn;
    private int _kept = FewestKept;
    private bool _writerWaits;
    private bool _isClosed;

    /// <summary>Log sequence number behind the last record appended. Any thread.</summary>
    public long EndLsn => Volatile.Read(ref _endLsn);

    /// <summary>Takes the lock for an appender; not when the log is closed.</summary>
    public bool TryBegin()
    {
        _lock.Enter();
        if (_isClosed)
        {
            _lock.Exit();
            return false;
        }

        return true;
    }

    public void Append(byte kind, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d)
    {
        Debug.Assert(_lock.IsHeldByCurrentThread, "append after commit");
        var length = (long)a.Length + b.Length + c.Length + d.Length;
        ArgumentOutOfRangeException.ThrowIfEqual(kind, WalFormat.MarkerKind);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, WalFormat.LargestPayload, nameof(a));
        if (_chunks.Count == 0)
        {
            Reserve(WalFormat.MarkerKind, WalFormat.MarkerPayload);
        }

        var payload = Reserve(kind, (int)length);
        a.CopyTo(payload);
        b.CopyTo(payload = payload[a.Length..]);
        c.CopyTo(payload = payload[b.Length..]);
        d.CopyTo(payload[c.Length..]);
    }

    /// <summary>Releases the lock and wakes the writer if it sleeps.</summary>
    public long Commit()
    {
        var lsn = _endLsn;
        var wakes = _writerWaits && _chunks.Count > 0;
        _writerWaits &= !wakes;
        _lock.Exit();
        if (wakes)
        {
            _arrived.Set();
        }

        return lsn;
    }

    public void CommitIfHeld()
    {
        if (_lock.IsHeldByCurrentThread)
        {
            Commit();
        }
    }

    /// <summary>Moves everything pending to <paramref name="chunks"/>, waiting for something to come. Writer only.</summary>
    /// <returns>False when the log is closing and nothing is left.</returns>
    public bool WaitAndTake(List<PendingChunk> chunks)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_chunks.Count > 0 || _isClosed)
                {
                    return MoveTo(chunks);
                }

                _arrived.Reset();
                _writerWaits = true;
            }

            _arrived.Wait();
        }
    }

    /// <summary>Moves what is pending to <paramref name="chunks"/>, if anything is. Writer only.</summary>
    public void Take(List<PendingChunk> chunks)
    {
        lock (_lock)
        {
            MoveTo(chunks);
        }
    }

    /// <summary>Moves a group of nothing but a marker to <paramref name="chunks"/>, the last one of a closed log. Writer only.</summary>
    public void TakeClosingMarker(List<PendingChunk> chunks)
    {
        lock (_lock)
        {
            Debug.Assert(_isClosed && _chunks.Count == 0, "records would follow");
            Reserve(WalFormat.MarkerKind, WalFormat.MarkerPayload);
            MoveTo(chunks);
        }
    }

    /// <summary>Takes back blocks whose records are durable, and empties the list. Writer only.</summary>
    public void Return(List<PendingChunk> chunks)
    {
        lock (_lock)
        {
            // As many as groups of late have needed; after a burst each group gives one block more to the GC.
            _kept = Math.Clamp(Math.Max(2 * chunks.Count, _kept - 1), FewestKept, MostKept);
            foreach (var chunk in chunks)
            {
                if (chunk.Capacity == ChunkCapacity)
                {
                    _free.Push(chunk);
                }
            }

            while (_free.Count > _kept)
            {
                _free.Pop();
            }
        }

        chunks.Clear();
    }

    /// <summary>Refuses further appends and lets the writer finish.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            _writerWaits = false;
        }

        _arrived.Set();
    }

    public void Dispose() => _arrived.Dispose();

    private bool MoveTo(List<PendingChunk> chunks)
    {
        var hasAny = _chunks.Count > 0;
        chunks.AddRange(_chunks);
        _chunks.Clear();
        return hasAny;
    }

    private Span<byte> Reserve(byte kind, int payload)
    {
        var size = WalFormat.SizeOf(payload);
        if (_chunks.Count == 0 || !_chunks[^1].HasRoomFor(size))
        {
            AddChunk((int)size);
        }

        Volatile.Write(ref _endLsn, _endLsn + size);
        return _chunks[^1].Append(kind, payload);
    }

    private void AddChunk(int size)
    {
        if (size > ChunkCapacity || !_free.TryPop(out var chunk))
        {
            chunk = new PendingChunk(Math.Max(size, ChunkCapacity));
        }

        chunk.Reset(_endLsn);
        _chunks.Add(chunk);
    }
}
