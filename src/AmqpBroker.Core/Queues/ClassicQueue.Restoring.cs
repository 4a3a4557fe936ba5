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
                return _messages.Lines.IsRestoring
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
            _messages.RestoreCounts(counts);
        }
    }

    /// <inheritdoc/>
    public long[] CountFailed(IReadOnlyCollection<long> positions)
    {
        lock (_gate)
        {
            return _messages.CountFailed(positions);
        }
    }

    /// <inheritdoc/>
    public void BeginRestoring(long firstNew)
    {
        lock (_gate)
        {
            _messages.Lines.BeginRestoring(firstNew);
        }
    }

    /// <inheritdoc/>
    public bool Restore(long position, ReadOnlySpan<byte> record)
    {
        lock (_gate)
        {
            if (_messages.IsDeleted)
            {
                return false;
            }

            _messages.Restore(position, record);
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
            _messages.Lines.EndRestoring();
            _messages.SkipTo(end);
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
            return _messages.Lines.FindPersistent(first, last);
        }
    }

    /// <inheritdoc/>
    public override bool IsDeleted
    {
        get
        {
            lock (_gate)
            {
                return _messages.IsDeleted;
            }
        }
    }

    /// <inheritdoc/>
    public override long EndPosition => _messages.Lines.EndPosition;

    /// <inheritdoc/>
    public long CountLiveBytes()
    {
        lock (_gate)
        {
            return _messages.Lines.LiveBytes;
        }
    }

    /// <inheritdoc/>
    public long? LowestPersistent()
    {
        lock (_gate)
        {
            return _messages.Lines.FindLowestPersistent();
        }
    }
}
