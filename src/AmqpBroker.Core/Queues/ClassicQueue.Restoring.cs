using AmqpBroker.Protocol.Errors;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Queues;

/// <content>What the journal asks of the queue: to take back what it had before a restart, and to tell what it has.</content>
public sealed partial class ClassicQueue
{
    /// <inheritdoc/>
    public override Task Restored
    {
        get
        {
            lock (_gate)
            {
                return _state.Lines.IsRestoring
                    ? (_restored ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task
                    : Task.CompletedTask;
            }
        }
    }

    /// <inheritdoc/>
    public void RestoreCounts(ReadOnlySpan<long> counts)
    {
        lock (_gate)
        {
            _state.RestoreCounts(counts);
        }
    }

    /// <inheritdoc/>
    public long[] CountFailed(IReadOnlyCollection<long> positions)
    {
        lock (_gate)
        {
            return _state.CountFailed(positions);
        }
    }

    /// <inheritdoc/>
    public void BeginRestoring(long firstNew)
    {
        lock (_gate)
        {
            _state.Lines.BeginRestoring(firstNew);
        }
    }

    /// <inheritdoc/>
    public bool Restore(long position, ReadOnlySpan<byte> record)
    {
        lock (_gate)
        {
            if (_state.IsDeleted)
            {
                return false;
            }

            _state.Restore(position, record);
            return true;
        }
    }

    /// <inheritdoc/>
    public void AbandonRestoring()
    {
        TaskCompletionSource? restored;
        lock (_gate)
        {
            restored = _restored ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        restored.TrySetException(ConnectionErrors.Shutdown());
        _ = restored.Task.Exception; // observed, also when nobody waits
    }

    /// <inheritdoc/>
    public void EndRestoring(long end)
    {
        TaskCompletionSource? restored;
        lock (_gate)
        {
            _state.Lines.EndRestoring();
            _state.SkipTo(end);
            restored = _restored;
            _restored = null;
        }

        restored?.SetResult();

        // What has expired meanwhile goes, though nobody comes to look.
        DispatchElsewhere();
    }

    /// <inheritdoc/>
    public PositionSet PersistentBetween(long first, long last)
    {
        lock (_gate)
        {
            return _state.Lines.FindPersistent(first, last);
        }
    }

    /// <inheritdoc/>
    public override bool IsDeleted
    {
        get
        {
            lock (_gate)
            {
                return _state.IsDeleted;
            }
        }
    }

    /// <inheritdoc/>
    public override long EndPosition => _state.Lines.EndPosition;

    /// <inheritdoc/>
    public long CountLiveBytes()
    {
        lock (_gate)
        {
            return _state.Lines.LiveBytes;
        }
    }

    /// <inheritdoc/>
    public long? LowestPersistent()
    {
        lock (_gate)
        {
            return _state.Lines.FindLowestPersistent();
        }
    }
}
