using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.Tests.VirtualHosts;

/// <summary>A store in which commands wait until the test makes them safe.</summary>
/// <remarks>Guarded: those who wait for each other go on anywhere.</remarks>
internal sealed class HeldStore : IMetadataStore
{
    private readonly Lock _gate = new();
    private readonly List<(MetadataCommand Command, TaskCompletionSource Safe)> _waiting = [];
    private readonly List<MetadataCommand> _journal = [];
    private readonly List<MetadataCommand> _safe = [];
    private long _lastQueueId;

    /// <summary>The commands that wait.</summary>
    public IReadOnlyList<MetadataCommand> Waiting
    {
        get
        {
            lock (_gate)
            {
                return [.. _waiting.Select(entry => entry.Command)];
            }
        }
    }

    /// <summary>The commands that are safe, in the order in which they became so.</summary>
    public IReadOnlyList<MetadataCommand> Safe => _safe;

    /// <summary>Has the commands under way reach the journal in any order; null for the order in which they come.</summary>
    public Random? Order { get; init; }

    /// <summary>Whether commands are safe at once.</summary>
    public bool IsOpen { get; set; }

    /// <summary>What the commands come to that are safe, in the order in which they came: that of a journal.</summary>
    public IReadOnlyList<MetadataCommand> Load()
    {
        var state = new MetadataState();
        foreach (var command in _journal.Where(_safe.Contains))
        {
            state.Apply(command);
        }

        return state.ToCommands();
    }

    public long NextQueueId() => Interlocked.Increment(ref _lastQueueId);

    public ValueTask CommitAsync(MetadataCommand command)
    {
        lock (_gate)
        {
            // Those under way at the same time may reach the journal in any order.
            var first = _journal.FindLastIndex(_safe.Contains) + 1;
            _journal.Insert(Order?.Next(first, _journal.Count + 1) ?? _journal.Count, command);
        }

        if (IsOpen)
        {
            _safe.Add(command);
            return ValueTask.CompletedTask;
        }

        // Continued at once, so that a test need not wait for what it has released.
        var safe = new TaskCompletionSource();
        lock (_gate)
        {
            _waiting.Add((command, safe));
        }

        return new ValueTask(safe.Task);
    }

    /// <summary>Makes one of the waiting commands safe.</summary>
    public void Release(int index = 0)
    {
        var (command, safe) = Take(index);
        _safe.Add(command);
        safe.SetResult();
    }

    /// <summary>Closes the store before one of the waiting commands is safe.</summary>
    public void Fail(int index = 0) => Take(index).Safe.SetException(new MetadataStoreException("closed"));

    private (MetadataCommand Command, TaskCompletionSource Safe) Take(int index)
    {
        lock (_gate)
        {
            var entry = _waiting[index];
            _waiting.RemoveAt(index);
            return entry;
        }
    }
}
