namespace AmqpBroker.CrashTests.Storm;

/// <summary>What was published, confirmed, delivered and acknowledged, and every promise that was seen broken.</summary>
/// <remarks>Guarded: all of it under one lock.</remarks>
internal sealed class StormLedger(int publishers)
{
    private const int MaximumViolations = 40;

    private readonly Lock _gate = new();
    private readonly long[] _published = new long[publishers];
    private readonly HashSet<StormMessage> _confirmed = [];
    private readonly Dictionary<string, QueueLedger> _queues =
        StormRoute.AllQueues.ToDictionary(name => name, _ => new QueueLedger());

    private readonly List<string> _violations = [];
    private long _acked;

    /// <summary>Takes the next message of a publisher; it counts as published from here on.</summary>
    public StormMessage Next(int publisher)
    {
        lock (_gate)
        {
            return new StormMessage(publisher, _published[publisher]++);
        }
    }

    public void Confirmed(IEnumerable<StormMessage> messages)
    {
        lock (_gate)
        {
            _confirmed.UnionWith(messages);
        }
    }

    public void Acked(string queue, IEnumerable<StormMessage> messages)
    {
        lock (_gate)
        {
            var acked = _queues[queue].Acked;
            foreach (var message in messages)
            {
                _acked++;
                acked.Add(message);
            }
        }
    }

    public void Violated(string what)
    {
        lock (_gate)
        {
            if (_violations.Count < MaximumViolations)
            {
                _violations.Add(what);
            }
        }
    }

    /// <summary>Notes a delivery and checks all that can be told from it alone.</summary>
    /// <param name="queue">The queue it came from.</param>
    /// <param name="session">The connection it came over, and how many kills that had seen.</param>
    /// <param name="id">The message id.</param>
    /// <param name="body">The message's body.</param>
    /// <param name="isRedelivered">Whether it was flagged.</param>
    /// <returns>The message; null when nobody published it.</returns>
    public StormMessage? Delivered(string queue, StormSession session, string? id, ReadOnlySpan<byte> body, bool isRedelivered)
    {
        if (StormMessage.TryParse(id) is not { } message)
        {
            Violated($"{queue}: '{id}' was never published");
            return null;
        }

        if (!body.SequenceEqual(message.CreateBody()))
        {
            Violated($"{queue}: the body of {id} is not what was published");
        }

        lock (_gate)
        {
            if (message.Publisher >= _published.Length || message.Sequence >= _published[message.Publisher]
                || !message.Route.Queues.Contains(queue))
            {
                Violated($"{queue}: {id} was never published to it");
            }

            if (_queues[queue].Add(session, message, isRedelivered) is { } violation)
            {
                Violated($"{queue}: {violation}");
            }
        }

        return message;
    }

    /// <summary>Every broken promise, once everything has been drained.</summary>
    public IReadOnlyList<string> Conclude()
    {
        lock (_gate)
        {
            foreach (var message in _confirmed.OrderBy(message => message.Publisher).ThenBy(message => message.Sequence))
            {
                foreach (var queue in message.Route.Queues.Where(queue => !_queues[queue].HasSeen(message)))
                {
                    Violated($"{queue}: {message.Id} was confirmed and is lost");
                }
            }

            foreach (var (name, queue) in _queues)
            {
                foreach (var violation in queue.FindDisorderAcrossKills())
                {
                    Violated($"{name}: {violation}");
                }
            }

            return [.. _violations];
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return $"{_published.Sum()} published, {_confirmed.Count} confirmed, {_queues.Values.Sum(queue => queue.Deliveries)} delivered "
                + $"({_queues.Values.Sum(queue => queue.Redeliveries)} flagged redelivered), {_acked} acknowledged, "
                + $"{_queues.Values.Sum(queue => queue.AckedThatCameAgain)} of them came again";
        }
    }
}
