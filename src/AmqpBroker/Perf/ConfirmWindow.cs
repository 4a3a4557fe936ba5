namespace AmqpBroker.Perf;

/// <summary>The messages of one producer that wait for their confirm, with the time each was sent. Confined to that producer.</summary>
/// <param name="capacity">Most messages that may wait.</param>
internal sealed class ConfirmWindow(int capacity)
{
    private const long Settled = 0;

    // Slot of a tag: tag modulo capacity. Tags in (_settledUpTo, _lastTag] are never more than fit.
    private readonly long[] _sentAt = new long[capacity];
    private long _lastTag;
    private long _settledUpTo;

    /// <summary>How many more may be sent now. A tag settled out of order gives room only with those before it.</summary>
    public int Room => capacity - (int)(_lastTag - _settledUpTo);

    public bool IsEmpty => _lastTag == _settledUpTo;

    public void Add(int count, long timestamp)
    {
        for (var i = 0; i < count; i++)
        {
            _lastTag++;
            _sentAt[_lastTag % capacity] = timestamp;
        }
    }

    /// <summary>Takes a confirm: the tag alone, or it and all before it.</summary>
    /// <returns>How many messages it settled: none for a tag that was settled before or never sent.</returns>
    public int Settle(long tag, bool multiple, long now, LatencyHistogram latencies)
    {
        if (tag > _lastTag || tag <= _settledUpTo)
        {
            return 0;
        }

        var settled = 0;
        for (var current = multiple ? _settledUpTo + 1 : tag; current <= tag; current++)
        {
            ref var sentAt = ref _sentAt[current % capacity];
            if (sentAt != Settled)
            {
                latencies.Record(PerfClock.Microseconds(now - sentAt));
                sentAt = Settled;
                settled++;
            }
        }

        while (_settledUpTo < _lastTag && _sentAt[(_settledUpTo + 1) % capacity] == Settled)
        {
            _settledUpTo++;
        }

        return settled;
    }
}
