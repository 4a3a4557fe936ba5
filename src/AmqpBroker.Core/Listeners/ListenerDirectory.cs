using System.Collections.Immutable;

namespace AmqpBroker.Core.Listeners;

/// <summary>The ports the broker listens on, told by whoever opens them. Published: a snapshot is replaced by the next.</summary>
public sealed class ListenerDirectory
{
    private ImmutableArray<OpenListener> _listeners = [];

    /// <summary>All that are open, in the order they were opened.</summary>
    public IReadOnlyList<OpenListener> All => _listeners;

    /// <summary>Tells of ports that are open now.</summary>
    public void Add(IEnumerable<OpenListener> listeners)
        => ImmutableInterlocked.Update(ref _listeners, static (all, opened) => all.AddRange(opened), listeners.ToImmutableArray());

    /// <summary>Takes back what was told of a protocol, before its ports are closed.</summary>
    public void Remove(string protocol)
        => ImmutableInterlocked.Update(ref _listeners, static (all, closed) => all.RemoveAll(listener => listener.Protocol == closed), protocol);

    /// <summary>Whether anything speaks that protocol.</summary>
    public bool Has(string protocol) => _listeners.Any(listener => listener.Protocol == protocol);
}
