namespace AmqpBroker.Core.Statistics;

/// <summary>Where the history of one thing hangs, once it has one: what nothing happens to needs none.</summary>
public sealed class StatHolder
{
    private StatHistory? _history;

    /// <summary>The history; null while nothing has happened.</summary>
    public StatHistory? History
    {
        get => Volatile.Read(ref _history);
        internal set => Volatile.Write(ref _history, value);
    }

    /// <summary>The thing is gone, and all of it has been added up. Guarded by the timeline.</summary>
    internal bool IsGone { get; set; }

    /// <summary>The tick at which the sampler saw it first; 0 before.</summary>
    internal long SeenAt { get; set; }
}
