using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Queues;

/// <summary>A subscription of one channel to one queue (basic.consume).</summary>
/// <remarks>What is internal, setters included, is guarded by the queue; the batch chain belongs to the queue's one dispatcher.</remarks>
public sealed class Consumer
{
    private volatile bool _isWaitingForSink;
    private volatile bool _isStarted;

    /// <summary>The tag, unique on its channel.</summary>
    public required string Tag { get; init; }

    /// <summary>The queue consumed from.</summary>
    public required Queue Queue { get; init; }

    /// <summary>The channel that gets the messages.</summary>
    public required IDeliverySink Sink { get; init; }

    /// <summary>Deliveries count as acknowledged when sent.</summary>
    public bool IsNoAck { get; init; }

    /// <summary>No other consumer may be on the queue.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>Most unacknowledged deliveries to this consumer; 0 for no limit.</summary>
    public int Prefetch { get; init; }

    /// <summary>The channel's window, shared with its other consumers.</summary>
    public required PrefetchWindow Window { get; init; }

    /// <summary>Consumers of higher priority are served first (x-priority); any integer, 0 by default.</summary>
    public int Priority { get; init; }

    /// <summary>Arguments of basic.consume.</summary>
    public FieldTable Arguments { get; init; } = FieldTable.Empty;

    /// <summary>Whether the queue passed this consumer over because its sink was not writable.</summary>
    public bool IsWaitingForSink
    {
        get => _isWaitingForSink;
        set => _isWaitingForSink = value;
    }

    /// <summary>Whether the sink refused a delivery: it will never take one again.</summary>
    internal bool IsGone { get; set; }

    /// <summary>
    /// Deliveries not yet settled. Changed under the queue's lock; any thread may read it without, and has a figure of this moment: while the queue takes
    /// messages for the consumer it counts their places, of which some may turn out not to be needed.
    /// </summary>
    public int Unacked { get; internal set; }

    /// <summary>The chain of this consumer's connection in the dispatcher's current batch, or -1.</summary>
    internal int BatchChain { get; set; } = -1;

    /// <summary>Lets deliveries begin; the client has been told that it consumes. Follow with <see cref="Queue.Dispatch"/>.</summary>
    public void Start() => _isStarted = true;

    /// <summary>Takes one place for a delivery if prefetch, channel window and socket allow it.</summary>
    internal bool TryTakePlace()
    {
        if (!_isStarted || IsGone || !IsSinkReady())
        {
            return false;
        }

        if (IsNoAck)
        {
            return true;
        }

        if ((Prefetch > 0 && Unacked >= Prefetch) || !Window.TryTake())
        {
            return false;
        }

        Unacked++;
        return true;
    }

    /// <summary>Takes places for deliveries as prefetch and socket allow, of a consumer whose channel has no window.</summary>
    /// <param name="most">As many at most.</param>
    /// <returns>How many.</returns>
    internal int TakePlaces(int most)
    {
        if (!_isStarted || IsGone || !IsSinkReady())
        {
            return 0;
        }

        if (IsNoAck)
        {
            return most;
        }

        var places = Prefetch > 0 ? Math.Clamp(Prefetch - Unacked, 0, most) : most;
        Unacked += places;
        return places;
    }

    /// <summary>Gives back those of <see cref="TakePlaces"/> for which there was no message after all.</summary>
    internal void GiveBackPlaces(int count)
    {
        if (!IsNoAck)
        {
            Unacked -= count;
        }
    }

    /// <summary>Gives back that of <see cref="TryTakePlace"/> for which there was no message after all.</summary>
    internal void GiveBackPlace()
    {
        if (!IsNoAck)
        {
            Unacked--;
            Window.Release(1);
        }
    }

    private bool IsSinkReady()
    {
        if (Sink.IsWritable)
        {
            return true;
        }

        // Registered before the second look: a sink that drains in between finds us, or we see it writable.
        if (!IsWaitingForSink)
        {
            IsWaitingForSink = true;
            Sink.CallWhenWritable(this);
        }

        return Sink.IsWritable;
    }
}
