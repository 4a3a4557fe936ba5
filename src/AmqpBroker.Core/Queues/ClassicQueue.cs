using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Marks;

namespace AmqpBroker.Core.Queues;

/// <summary>The ordinary queue: a log, a cursor, and consumers served in turn.</summary>
/// <remarks>
/// Guarded: all state is in <see cref="QueueState"/> and changes under one lock, held for memory work only. Delivering
/// happens outside it, by one dispatcher at a time, so that messages keep their order: whoever makes work possible and
/// finds no dispatcher becomes it, everyone else goes back to its socket.
/// </remarks>
public sealed class ClassicQueue : Queue, IThreadPoolWorkItem
{
    /// <summary>
    /// Batches one thread delivers before it hands the role to the thread pool: a publisher that became dispatcher has
    /// its own socket to read.
    /// </summary>
    private const int FairShareOfRounds = 16;

    private readonly Lock _gate = new();
    private readonly QueueState _state;
    private readonly MessageJournal? _journal;
    private DispatcherState _dispatcher;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="virtualHost">The virtual host's name.</param>
    /// <param name="declaration">What it was declared with.</param>
    /// <param name="journal">Keeps persistent messages over a restart; null for a queue that is not durable, or a broker without storage.</param>
    /// <param name="delivered">The queue's mark of what was delivered; with a journal only.</param>
    public ClassicQueue(string virtualHost, QueueDeclaration declaration, MessageJournal? journal = null, Mark? delivered = null)
        : base(virtualHost, declaration)
    {
        _journal = journal;
        _state = new QueueState(delivered);
    }

    /// <inheritdoc/>
    public override bool IsJournaled => _journal is not null;

    /// <inheritdoc/>
    public override long Enqueue(in MessageRun run, long now)
    {
        lock (_gate)
        {
            return _state.IsDeleted ? -1 : _state.Enqueue(in run, now);
        }
    }

    /// <inheritdoc/>
    public override void Dispatch()
    {
        // A dispatcher that is there looks again before it goes: what made work possible, such as a drained socket, may
        // have come after its last look, and need not have taken the queue's lock.
        if (Interlocked.Exchange(ref _dispatcher, DispatcherState.AskedAgain) == DispatcherState.None)
        {
            Deliver();
        }
    }

    /// <summary>Goes on with the dispatcher's role that another thread has passed on.</summary>
    void IThreadPoolWorkItem.Execute() => Deliver();

    /// <inheritdoc/>
    public override SubscribeOutcome Subscribe(Consumer consumer)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        lock (_gate)
        {
            if (_state.IsDeleted)
            {
                return SubscribeOutcome.Deleted;
            }

            if (_state.Consumers.HasExclusive || (consumer.IsExclusive && _state.Consumers.Count > 0))
            {
                return SubscribeOutcome.ExclusiveUse;
            }

            _state.Consumers.Add(consumer);
            return SubscribeOutcome.Subscribed;
        }
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(Consumer consumer)
    {
        lock (_gate)
        {
            return _state.Consumers.Remove(consumer) && _state.Consumers.Count == 0;
        }
    }

    /// <inheritdoc/>
    public override bool TryGet(out GotMessage message)
    {
        lock (_gate)
        {
            if (_state.TryGet(out var record, out var isRedelivered))
            {
                message = new GotMessage(record, isRedelivered, _state.Ready);
                return true;
            }

            message = default;
            return false;
        }
    }

    /// <inheritdoc/>
    public override void Settle(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome)
    {
        var settled = _journal is null ? null : SettledPositions.Rent();
        lock (_gate)
        {
            foreach (ref readonly var delivery in deliveries)
            {
                _state.Settle(in delivery, outcome, settled);
            }
        }

        WriteToJournal(settled);
    }

    /// <inheritdoc/>
    public override long Purge()
    {
        long dropped;
        long before;
        long[]? survivors;
        lock (_gate)
        {
            before = _state.EndPosition;
            dropped = _state.Purge();
            survivors = _journal is null ? null : [.. _state.EnumerateLive().Select(record => record.Position)];
        }

        if (survivors is not null)
        {
            _journal?.Purged(Declaration.Id, before, survivors);
        }

        return dropped;
    }

    /// <summary>Puts a message back where it was before a restart; positions come in ascending order.</summary>
    public void Restore(long position, ReadOnlySpan<byte> record)
    {
        lock (_gate)
        {
            _state.Restore(position, record);
        }
    }

    /// <summary>Goes on behind the positions given out before a restart.</summary>
    public void SkipTo(long position)
    {
        lock (_gate)
        {
            _state.SkipTo(position);
        }
    }

    /// <summary>The positions of the persistent messages that are live, in ascending order, from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public IReadOnlyList<long> PersistentBetween(long first, long last)
    {
        lock (_gate)
        {
            return
            [
                .. _state.EnumerateLive()
                    .Where(record => record.Position >= first && record.Position <= last && MessageRecord.IsPersistent(record.Bytes))
                    .Select(record => record.Position),
            ];
        }
    }

    /// <summary>Whether it has been deleted.</summary>
    public bool IsDeleted
    {
        get
        {
            lock (_gate)
            {
                return _state.IsDeleted;
            }
        }
    }

    /// <summary>Bytes the live messages take.</summary>
    public long CountLiveBytes()
    {
        lock (_gate)
        {
            return _state.LiveBytes;
        }
    }

    /// <summary>The lowest position of a persistent message that is live; null when there is none.</summary>
    public long? LowestPersistent()
    {
        lock (_gate)
        {
            foreach (var record in _state.EnumerateLive())
            {
                if (MessageRecord.IsPersistent(record.Bytes))
                {
                    return record.Position;
                }
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public override QueueDeletion Delete(QueueDeleteConditions conditions)
    {
        lock (_gate)
        {
            if (_state.IsDeleted)
            {
                return new QueueDeletion(QueueDeleteOutcome.AlreadyGone, 0, []);
            }

            if (conditions.HasFlag(QueueDeleteConditions.IfEmpty) && _state.Ready > 0)
            {
                return new QueueDeletion(QueueDeleteOutcome.NotEmpty, 0, []);
            }

            if (conditions.HasFlag(QueueDeleteConditions.IfUnused) && _state.Consumers.Count > 0)
            {
                return new QueueDeletion(QueueDeleteOutcome.InUse, 0, []);
            }

            var ready = _state.Delete();
            return new QueueDeletion(QueueDeleteOutcome.Deleted, ready, _state.Consumers.RemoveAll());
        }
    }

    /// <inheritdoc/>
    public override QueueCounts Count()
    {
        lock (_gate)
        {
            return new QueueCounts(_state.Ready, _state.Unacked, _state.Consumers.Count);
        }
    }

    private void Deliver()
    {
        var batch = DispatchBatch.Rent();
        var rounds = 0;
        while (TakeNextBatch(batch))
        {
            foreach (var chain in batch.Chains)
            {
                chain.Sink.Deliver(batch, chain.First);
            }

            if (++rounds == FairShareOfRounds)
            {
                CompleteAndPassOn(batch);
                break;
            }
        }

        DispatchBatch.Return(batch);
    }

    private void CompleteAndPassOn(DispatchBatch batch)
    {
        var settled = _journal is null ? null : SettledPositions.Rent();
        lock (_gate)
        {
            _state.Complete(batch, settled);
            batch.Clear();
        }

        WriteToJournal(settled);

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Settles what the last batch left to settle, and takes the next; without one the role ends.</summary>
    private bool TakeNextBatch(DispatchBatch batch)
    {
        do
        {
            Interlocked.Exchange(ref _dispatcher, DispatcherState.Looking);
            var settled = _journal is null ? null : SettledPositions.Rent();
            lock (_gate)
            {
                _state.Complete(batch, settled);
                batch.Clear();
                _state.TakeForConsumers(batch);
            }

            WriteToJournal(settled);

            if (batch.Count > 0)
            {
                return true;
            }
        }
        while (Interlocked.CompareExchange(ref _dispatcher, DispatcherState.None, DispatcherState.Looking) != DispatcherState.Looking);

        return false;
    }

    private void WriteToJournal(SettledPositions? settled)
    {
        if (settled is not null && _journal is not null)
        {
            settled.WriteTo(_journal, Declaration.Id);
        }
    }
}
