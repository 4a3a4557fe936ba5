namespace AmqpBroker.Storage.WriteAhead;

/// <summary>The right to append, held from <see cref="WriteAheadLog.BeginAppend"/> to <see cref="Commit"/>: keep it short.</summary>
/// <remarks>
/// It holds the log's lock, so that records written through it lie together and in the order in which the lock was
/// taken: no await (a ref struct cannot), no I/O, no other lock in between. Committing ends it; so does disposing, with the same effect.
/// </remarks>
public readonly ref struct WalAppend
{
    private readonly PendingRecords _pending;

    internal WalAppend(PendingRecords pending) => _pending = pending;

    /// <summary>Appends one record: the bytes of all spans, one behind the other. They are copied.</summary>
    /// <param name="kind">What the caller calls such records; not zero, which is the log's own.</param>
    /// <param name="a">First part of the payload.</param>
    /// <param name="b">Second part.</param>
    /// <param name="c">Third part.</param>
    /// <param name="d">Fourth part.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is zero, or the parts together pass <see cref="WriteAheadLog.LargestPayload"/>.</exception>
    public void Write(byte kind, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b = default, ReadOnlySpan<byte> c = default, ReadOnlySpan<byte> d = default) =>
        _pending.Append(kind, a, b, c, d);

    /// <summary>Lets others append and the writer go to work.</summary>
    /// <returns>The log sequence number behind the last record; wait for it to know this append durable.</returns>
    public long Commit() => _pending.Commit();

    /// <summary>Commits if that has not been done.</summary>
    public void Dispose() => _pending.CommitIfHeld();
}
