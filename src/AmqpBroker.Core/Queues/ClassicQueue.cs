using AmqpBroker.Core.Messages;

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
    private readonly QueueState _state = new();
    private DispatcherState _dispatcher;

    /// <inheritdoc cref="Queue(string, QueueDeclaration)"/>
    public ClassicQueue(string virtualHost, QueueDeclaration declaration)
        : base(virtualHost, declaration)
    {
    }

    /// <inheritdoc/>
    public override void Enqueue(in MessageRun run, long now)
    {
        lock (_gate)
        {
            if (!_state.IsDeleted)
            {
                _state.Enqueue(in run, now);
            }
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
        lock (_gate)
        {
            foreach (ref readonly var delivery in deliveries)
            {
                _state.Settle(in delivery, outcome);
            }
        }
    }

    /// <inheritdoc/>
    public override long Purge()
    {
        lock (_gate)
        {
            return _state.Purge();
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
        lock (_gate)
        {
            _state.Complete(batch);
            batch.Clear();
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Settles what the last batch left to settle, and takes the next; without one the role ends.</summary>
    private bool TakeNextBatch(DispatchBatch batch)
    {
        do
        {
            Interlocked.Exchange(ref _dispatcher, DispatcherState.Looking);
            lock (_gate)
            {
                _state.Complete(batch);
                batch.Clear();
                _state.TakeForConsumers(batch);
            }

            if (batch.Count > 0)
            {
                return true;
            }
        }
        while (Interlocked.CompareExchange(ref _dispatcher, DispatcherState.None, DispatcherState.Looking) != DispatcherState.Looking);

        return false;
    }
}
