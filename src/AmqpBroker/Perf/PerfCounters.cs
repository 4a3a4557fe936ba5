namespace AmqpBroker.Perf;

/// <summary>What one worker has done so far. That worker alone writes; the reporter reads at any time.</summary>
internal sealed class PerfCounters
{
    private long _published;
    private long _confirmed;
    private long _refused;
    private long _delivered;

    public long Published => Volatile.Read(ref _published);

    public long Confirmed => Volatile.Read(ref _confirmed);

    /// <summary>Messages answered with basic.nack.</summary>
    public long Refused => Volatile.Read(ref _refused);

    public long Delivered => Volatile.Read(ref _delivered);

    /// <summary>From publish to confirm.</summary>
    public LatencyHistogram ConfirmLatency { get; } = new();

    /// <summary>From publish to delivery.</summary>
    public LatencyHistogram EndToEndLatency { get; } = new();

    public void AddPublished(int count) => Volatile.Write(ref _published, _published + count);

    public void AddConfirmed(int count) => Volatile.Write(ref _confirmed, _confirmed + count);

    public void AddRefused(int count) => Volatile.Write(ref _refused, _refused + count);

    public void AddDelivered(int count) => Volatile.Write(ref _delivered, _delivered + count);
}
