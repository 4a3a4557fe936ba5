namespace AmqpBroker.Core.Clients;

/// <summary>The last connections and channels that ended. Guarded by one short lock.</summary>
/// <param name="timeProvider">The clock.</param>
public sealed class ClosedClients(TimeProvider timeProvider)
{
    /// <summary>How many are remembered.</summary>
    public const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<ClosedClient> _entries = new();

    /// <summary>Remembers one; its time is now.</summary>
    public void Add(ClosedClient closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        closed = closed with { ClosedAt = timeProvider.GetUtcNow() };
        lock (_gate)
        {
            if (_entries.Count == Capacity)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(closed);
        }
    }

    /// <summary>Those remembered, the last one first.</summary>
    public IReadOnlyList<ClosedClient> List()
    {
        lock (_gate)
        {
            ClosedClient[] all = [.. _entries];
            Array.Reverse(all);
            return all;
        }
    }
}
