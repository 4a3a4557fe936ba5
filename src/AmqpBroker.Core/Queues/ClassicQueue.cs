using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Policies;

namespace AmqpBroker.Core.Queues;

/// <summary>The ordinary queue: a log, a cursor, and consumers served in turn.</summary>
/// <remarks>
/// Guarded: all state is in <see cref="QueueMessages"/> and <see cref="QueueDeliveries"/>, and changes under one lock, held for memory work only.
/// Delivering happens outside it, by one thread at a time: see <see cref="QueueDispatcher"/>.
/// </remarks>
public sealed partial class ClassicQueue : Queue, IJournaledQueue, ITimed
{
    private readonly Lock _gate = new();
    private readonly QueueMessages _messages;
    private readonly QueueDeliveries _deliveries;
    private readonly QueueDispatcher _dispatcher;
    private readonly QueueJournal _journal;
    private readonly QueuePaging? _paging;
    private readonly QueueSite? _site;
    private volatile QueueSettings _settings;
    private volatile QueueUse? _use;
    private TaskCompletionSource? _restored;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="virtualHost">The virtual host's name.</param>
    /// <param name="declaration">What it was declared with.</param>
    /// <param name="storage">Where it keeps its messages; null for memory.</param>
    /// <param name="site">What is around it; null for nothing, and then nothing expires by itself or is dead-lettered.</param>
    public ClassicQueue(string virtualHost, QueueDeclaration declaration, QueueStorage? storage = null, QueueSite? site = null)
        : base(virtualHost, declaration)
    {
        storage ??= QueueStorage.InMemory;
        _site = site;
        _journal = new QueueJournal(storage.Journal, Declaration.Id);
        _settings = QueueSettings.Of(Declaration.Arguments);
        _messages = new QueueMessages(storage.Pool, _settings, storage.Delivered);
        _deliveries = new QueueDeliveries(_messages, _settings.HasSingleActiveConsumer);
        _paging = storage.Pager is { } pager ? new QueuePaging(this, _gate, _messages, _deliveries.Consumers, pager) : null;
        _dispatcher = new QueueDispatcher(this, _gate, _messages, _deliveries, _journal, site) { Paging = _paging };
        _use = NewUse();
        _use?.Note();
        _paging?.Begin();
    }

    WeakReference<ITimed> ITimed.Weak => field ??= new(this);

    /// <inheritdoc/>
    public override bool IsJournaled => _journal.Exists;

    /// <summary>True when it has to know whether a new message is a duplicate.</summary>
    public bool MustBeRestoredFirst => _settings.IsDeduplicating;

    /// <inheritdoc/>
    public override QueueSettings Settings => _settings;

    /// <inheritdoc/>
    internal override void BeginUnder(HeldPolicy held)
    {
        Held = held;
        if (!ReferenceEquals(held.Policy, EffectivePolicy.None))
        {
            Apply(held.Policy);
            _use?.Note();
        }
    }

    /// <inheritdoc/>
    internal override bool ComeUnder(HeldPolicy held)
    {
        bool refused;
        bool isDue;
        lock (_gate)
        {
            var before = Held;
            if (held.Version <= before.Version)
            {
                return false;
            }

            Held = held;
            if (ReferenceEquals(held.Policy, before.Policy) || _messages.IsDeleted)
            {
                return false;
            }

            refused = _settings.Refuses;
            Apply(held.Policy);
            isDue = _messages.NeedsEnforcing(Now());
        }

        _use?.Note();
        if (isDue)
        {
            DispatchElsewhere();
        }

        return refused != _settings.Refuses;
    }

    /// <inheritdoc/>
    public override void NoteUse() => _use?.Note();

    /// <inheritdoc/>
    public override long Enqueue(in MessageRun run, long now)
    {
        lock (_gate)
        {
            return _messages.IsDeleted ? -1 : _messages.Enqueue(in run, now);
        }
    }

    /// <inheritdoc/>
    public override DuplicateState FindDuplicate(in PublishedMessage message)
    {
        lock (_gate)
        {
            return _messages.Ids?.Find(in message) ?? DuplicateState.Safe;
        }
    }

    /// <inheritdoc/>
    public override void NoteJournaled(in PublishedMessage message, long position, long lsn)
    {
        lock (_gate)
        {
            _messages.Ids?.NoteJournaled(in message, position, lsn);
        }
    }

    /// <inheritdoc/>
    public override void Dispatch() => _dispatcher.Dispatch();

    /// <inheritdoc/>
    public override void DispatchElsewhere() => _dispatcher.DispatchElsewhere();

    void ITimed.Wake(long due)
    {
        _dispatcher.Woken(due);
        _use?.Woken(due);
    }

    /// <inheritdoc/>
    public override SubscribeOutcome Subscribe(Consumer consumer)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        lock (_gate)
        {
            if (_messages.IsDeleted)
            {
                return SubscribeOutcome.Deleted;
            }

            if (_deliveries.Consumers.HasExclusive
                || (consumer.IsExclusive && (_deliveries.Consumers.Count > 0 || _settings.HasSingleActiveConsumer)))
            {
                return SubscribeOutcome.ExclusiveUse;
            }

            _deliveries.Consumers.Add(consumer);
            return SubscribeOutcome.Subscribed;
        }
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(Consumer consumer)
    {
        bool isLast;
        lock (_gate)
        {
            isLast = _deliveries.Consumers.Remove(consumer) && _deliveries.Consumers.Count == 0;
        }

        if (isLast)
        {
            _use?.Note();
        }

        return isLast;
    }

    /// <inheritdoc/>
    public override bool TryGet(out GotMessage message, bool isNoAck = false)
    {
        _use?.Note();
        bool isFound;
        var settled = _journal.Collect();
        lock (_gate)
        {
            isFound = _deliveries.TryGet(Now(), settled, isNoAck, out var record, out var isRedelivered);
            message = isFound ? new GotMessage(record, isRedelivered, _messages.Ready, _messages.CountFailed(in record)) : default;
        }

        _journal.Write(settled);
        return isFound;
    }

    /// <inheritdoc/>
    public override bool TryFetchFirst(out Task fetched)
    {
        fetched = Restored;
        if (!fetched.IsCompleted)
        {
            return true;
        }

        return _paging is not null && _paging.TryFetchFirst(out fetched);
    }

    /// <inheritdoc/>
    public override void Settle(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome) =>
        _journal.Write(SettleInMemory(deliveries, outcome));

    /// <inheritdoc/>
    public override void Settle(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome, JournalTransaction transaction) =>
        SettleInMemory(deliveries, outcome)?.AddTo(transaction, Declaration.Id);

    /// <inheritdoc/>
    public override long Purge()
    {
        long dropped;
        long before;
        long[]? survivors;
        lock (_gate)
        {
            before = _messages.Lines.EndPosition;
            dropped = _messages.Purge();
            survivors = _journal.Exists ? [.. _messages.Lines.EnumerateLive().Select(record => record.Position)] : null;
        }

        if (survivors is not null)
        {
            _journal.WritePurge(before, survivors);
        }

        return dropped;
    }

    /// <inheritdoc/>
    public override QueueDeletion Delete(QueueDeleteConditions conditions)
    {
        var deletion = TryDelete(conditions);
        if (deletion.Outcome == QueueDeleteOutcome.Deleted)
        {
            _paging?.End();

            // Lets go of what waits to be dead-lettered.
            DispatchElsewhere();
        }

        return deletion;
    }

    private SettledPositions? SettleInMemory(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome)
    {
        var settled = _journal.Collect();
        lock (_gate)
        {
            foreach (ref readonly var delivery in deliveries)
            {
                _deliveries.Settle(in delivery, outcome, settled);
            }

            _messages.Counters.CountSettled(deliveries.Length, outcome);
        }

        return settled;
    }

    private QueueDeletion TryDelete(QueueDeleteConditions conditions)
    {
        lock (_gate)
        {
            if (_messages.IsDeleted)
            {
                return new QueueDeletion(QueueDeleteOutcome.AlreadyGone, 0, []);
            }

            if (conditions.HasFlag(QueueDeleteConditions.IfEmpty) && _messages.Ready > 0)
            {
                return new QueueDeletion(QueueDeleteOutcome.NotEmpty, 0, []);
            }

            if (conditions.HasFlag(QueueDeleteConditions.IfUnused) && _deliveries.Consumers.Count > 0)
            {
                return new QueueDeletion(QueueDeleteOutcome.InUse, 0, []);
            }

            var ready = _messages.Delete();
            return new QueueDeletion(QueueDeleteOutcome.Deleted, ready, _deliveries.Consumers.RemoveAll());
        }
    }

    private void Apply(EffectivePolicy policy)
    {
        var before = _settings.Expires;
        _settings = policy.ToSettings(Declaration.Arguments);
        _messages.Apply(_settings);
        if (_settings.Expires != before)
        {
            _use = NewUse();
        }
    }

    private QueueUse? NewUse() => _site is { } site && _settings.Expires is { } expires ? new QueueUse(site, this, expires) : null;

    private long Now() => _messages.ReadTime(_site?.Time ?? TimeProvider.System);
}
