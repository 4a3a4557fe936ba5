using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Statistics;

/// <summary>What has happened in a broker, added up from the counters of its queues and clients now and then, never when a message passes.</summary>
/// <remarks>
/// Guarded by the timeline's gate. Figures of queues are read before it is taken, each under its queue's own lock; those of clients are single
/// words. Every thing that goes is added up once more, so that no message is missing from the sums.
/// </remarks>
public sealed class BrokerStatistics
{
    private readonly Dictionary<DeadLetterKey, long> _deadLetters = [];
    private readonly long[][] _byType = [new long[StatSet.Queue.Count], new long[StatSet.Queue.Count]];

    /// <summary>Makes statistics of nothing.</summary>
    /// <param name="interval">From one sample to the next.</param>
    /// <param name="now">The time: what happens before the first sample belongs to the interval that begins now.</param>
    public BrokerStatistics(TimeSpan interval, DateTimeOffset now)
    {
        Timeline = new StatTimeline(interval);
        Timeline.MoveTo(Timeline.TickAt(now));
        Totals = new StatTotals(Timeline);
        Node = new StatHistory(StatSet.Node, Timeline, isGlobal: true);
    }

    /// <summary>The time, as samples see it.</summary>
    public StatTimeline Timeline { get; }

    /// <summary>The sums over everything.</summary>
    public StatTotals Totals { get; }

    /// <summary>What the process takes and does.</summary>
    public StatHistory Node { get; }

    /// <summary>What came and went.</summary>
    public Churn Churn { get; } = new();

    /// <summary>Who tried to log in.</summary>
    public AuthAttempts AuthAttempts { get; } = new();

    /// <summary>What has happened in all queues of a type; <see cref="Stat.Ready"/> and <see cref="Stat.Unacked"/> are not told apart so.</summary>
    public long SumOf(QueueType type, Stat stat)
    {
        lock (Timeline.Gate)
        {
            return _byType[IndexOf(type)][StatSet.Queue.IndexOf(stat)];
        }
    }

    /// <summary>How many messages died, by what they are told apart by; what has never happened is missing.</summary>
    public IReadOnlyDictionary<DeadLetterKey, long> DeadLetters
    {
        get
        {
            lock (Timeline.Gate)
            {
                return new Dictionary<DeadLetterKey, long>(_deadLetters);
            }
        }
    }

    /// <summary>Notes what the process takes and does.</summary>
    /// <param name="values">In the order of <see cref="StatSet.Node"/>.</param>
    public void NoteNode(ReadOnlySpan<long> values)
    {
        lock (Timeline.Gate)
        {
            Node.Note(values, Timeline.Tick);
        }
    }

    /// <summary>Adds up what a queue has done since the last time.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="host">The sums of its virtual host.</param>
    /// <param name="tick">When.</param>
    internal void Collect(Queue queue, StatTotals host, long tick)
    {
        Span<long> values = stackalloc long[StatSet.Queue.Count];
        queue.ReadStatistics(values);
        Collect(queue, values, host, tick);
    }

    /// <summary>As <see cref="Collect(Queue, StatTotals, long)"/>, for the last time: the queue has been deleted.</summary>
    internal void CollectLast(Queue queue, StatTotals host)
    {
        Span<long> values = stackalloc long[StatSet.Queue.Count];
        queue.ReadStatistics(values);
        values[StatSet.Queue.IndexOf(Stat.Ready)] = 0;
        values[StatSet.Queue.IndexOf(Stat.Unacked)] = 0;
        Collect(queue, values, host, Timeline.Tick + 1);
        lock (Timeline.Gate)
        {
            queue.Statistics.IsGone = true;
        }
    }

    /// <summary>Adds up what has been published.</summary>
    public void Collect(IReadOnlyList<PublishCounter> counters)
    {
        ArgumentNullException.ThrowIfNull(counters);
        lock (Timeline.Gate)
        {
            CollectLocked(counters, Timeline.Tick + 1);
        }
    }

    /// <summary>Adds up what a channel has done since the last time; also, once more, when it ends.</summary>
    public void Collect(IClientChannel channel) => Collect(channel, Timeline.Tick + 1);

    /// <summary>Adds up what a connection has received and sent since the last time; also, once more, when it ends.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="host">The sums of its virtual host; null when that is gone.</param>
    public void Collect(IClientConnection connection, StatTotals? host) => Collect(connection, host, Timeline.Tick + 1);

    internal void Collect(IClientChannel channel, long tick)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Span<long> values = stackalloc long[StatSet.Channel.Count];
        lock (Timeline.Gate)
        {
            CollectLocked(channel.Publishes.All, tick);
            channel.Counters.WriteTo(values, channel.Publishes.Totals);
            if (NewHistory(channel.Statistics, StatSet.Channel, values, tick) is { } history)
            {
                foreach (var stat in (ReadOnlySpan<Stat>)[Stat.Confirm, Stat.PublishConfirmable])
                {
                    var index = StatSet.Channel.IndexOf(stat);
                    Add(channel.VirtualHost.Totals, stat, values[index] - history.Values[index]);
                }

                history.Note(values, tick);
            }
        }
    }

    internal void Collect(IClientConnection connection, StatTotals? host, long tick)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var figures = connection.Figures;
        Span<long> values = [figures.OctetsReceived, figures.OctetsSent];
        lock (Timeline.Gate)
        {
            if (NewHistory(connection.Statistics, StatSet.Connection, values, tick) is { } history)
            {
                // Read before the lock was taken: another may have read more meanwhile.
                values[0] = Math.Max(values[0], history.Values[0]);
                values[1] = Math.Max(values[1], history.Values[1]);
                Add(host, Stat.OctetsReceived, values[0] - history.Values[0]);
                Add(host, Stat.OctetsSent, values[1] - history.Values[1]);
                history.Note(values, tick);
            }
        }
    }

    /// <summary>Begins anew, but for what there is now.</summary>
    /// <param name="hosts">The virtual hosts' sums.</param>
    internal void Reset(IEnumerable<StatTotals> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        lock (Timeline.Gate)
        {
            Totals.Reset();
            foreach (var host in hosts)
            {
                host.Reset();
            }
        }
    }

    private static int IndexOf(QueueType type) => type == QueueType.Quorum ? 1 : 0;

    private void Collect(Queue queue, ReadOnlySpan<long> values, StatTotals host, long tick)
    {
        lock (Timeline.Gate)
        {
            if (NewHistory(queue.Statistics, StatSet.Queue, values, tick) is not { } history)
            {
                return;
            }

            var sums = _byType[IndexOf(queue.Type)];
            for (var i = 0; i < values.Length; i++)
            {
                var delta = values[i] - history.Values[i];
                if (delta == 0)
                {
                    continue;
                }

                var stat = StatSet.Queue.Stats[i];
                sums[i] += delta;
                if (stat == Stat.Publish)
                {
                    // In sums a publish is what a client does, not what a queue gets.
                    continue;
                }

                Add(host, stat, delta);
                if (stat is Stat.Expired or Stat.MaxLength or Stat.Rejected or Stat.DeliveryLimit)
                {
                    CountDeaths(queue, stat, delta);
                }
            }

            history.Note(values, tick);
        }
    }

    private void CountDeaths(Queue queue, Stat stat, long delta)
    {
        var strategy = queue.Settings switch
        {
            { DeadLetterExchange: null } => "disabled",
            { DeadLettersAtMostOnce: true } => "at_most_once",
            _ => "at_least_once",
        };
        var reason = stat switch
        {
            Stat.Expired => DeathReason.Expired,
            Stat.MaxLength => DeathReason.MaxLength,
            Stat.Rejected => DeathReason.Rejected,
            _ => DeathReason.DeliveryLimit,
        };
        var key = new DeadLetterKey(queue.Type, strategy, reason);
        _deadLetters[key] = _deadLetters.GetValueOrDefault(key) + delta;
    }

    private void CollectLocked(IReadOnlyList<PublishCounter> counters, long tick)
    {
        foreach (var counter in counters)
        {
            long[] now = [counter.Published, counter.Routed, counter.Returned, counter.Dropped];
            var before = counter.Collected;
            if (now.AsSpan().SequenceEqual(before))
            {
                continue;
            }

            var host = counter.VirtualHost.Totals;
            Add(host, Stat.Publish, now[0] - before[0]);
            Add(host, Stat.PublishOut, now[1] - before[1]);
            Add(host, Stat.ReturnUnroutable, now[2] - before[2]);
            Add(host, Stat.DropUnroutable, now[3] - before[3]);
            Note(counter.Exchange, now[0] - before[0], now[1] - before[1], tick);
            now.CopyTo(before, 0);
        }
    }

    private void Note(Exchange exchange, long published, long routed, long tick)
    {
        var history = exchange.Statistics.History ??= new StatHistory(StatSet.Exchange, Timeline);
        history.Note([history.Values[0] + published, history.Values[1] + routed], tick);
    }

    /// <summary>The history to note new values in; null when there is no news.</summary>
    private StatHistory? NewHistory(StatHolder holder, StatSet set, ReadOnlySpan<long> values, long tick)
    {
        if (holder.SeenAt == 0)
        {
            holder.SeenAt = tick;
        }

        if (holder.IsGone)
        {
            return null;
        }

        if (holder.History is not { } history)
        {
            return values.ContainsAnyExcept(0) ? holder.History = new StatHistory(set, Timeline) : null;
        }

        if (history.IsNews(values))
        {
            return history;
        }

        history.ForgetWhenOld(tick);
        return null;
    }

    private void Add(StatTotals? host, Stat stat, long delta)
    {
        Totals.Add(stat, delta);
        host?.Add(stat, delta);
    }
}
