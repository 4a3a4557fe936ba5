using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Delays;

/// <summary>What a delayed-message exchange keeps until it falls due. No client sees it: it belongs to its exchange, and goes with it.</summary>
/// <remarks>
/// Guarded: all state is in <see cref="DelaySlots"/> and changes under one lock, held for memory work only. Messages that fall due are
/// published outside it, by one thread at a time, and settled in the journal behind where the targets' copies stand, so that no crash finds neither.
/// </remarks>
public sealed class DelayQueue : Queue, IJournaledQueue, ITimed, IThreadPoolWorkItem
{
    /// <summary>Messages published before the next look.</summary>
    private const int BatchSize = 256;

    /// <summary>Looks after which another gets the thread.</summary>
    private const int FairShareOfRounds = 16;

    /// <summary>How long is waited, in milliseconds, when the targets' messages come faster than the disk takes them.</summary>
    private const long PauseWhenBehind = 10;

    private readonly Lock _gate = new();
    private readonly List<PendingMessage> _due = [];
    private readonly DelaySlots _slots;
    private readonly QueueSite _site;
    private readonly QueueStorage _storage;
    private readonly DelayPaging? _paging;
    private long _wakesAt = long.MaxValue;
    private bool _isRestoring;
    private volatile bool _isEnding;
    private DispatcherState _dispatcher;

    /// <summary>Makes an empty one.</summary>
    /// <param name="site">What is around it.</param>
    /// <param name="declaration">The exchange's name, and the id of what is stored; 0 when the exchange is not durable.</param>
    /// <param name="storage">Where it keeps its messages.</param>
    public DelayQueue(QueueSite site, QueueDeclaration declaration, QueueStorage storage)
        : base((site ?? throw new ArgumentNullException(nameof(site))).VirtualHost, declaration)
    {
        ArgumentNullException.ThrowIfNull(storage);
        _site = site;
        _storage = storage;
        _slots = new DelaySlots(storage.Pool);
        if (storage.Pager is { } pager)
        {
            _paging = new DelayPaging(this, _gate, _slots, pager);
            pager.Add(_paging);
        }
    }

    /// <summary>Called once its exchange is gone for good, and its messages with it.</summary>
    public Action<DelayQueue>? Ended { get; init; }

    WeakReference<ITimed> ITimed.Weak => field ??= new(this);

    /// <inheritdoc/>
    public override QueueSettings Settings => QueueSettings.None;

    /// <inheritdoc/>
    public override bool IsJournaled => _storage.Journal is not null;

    /// <summary>False: its exchange, and with it its messages, is deleted for good before it is told.</summary>
    public override bool IsDeleted => false;

    /// <summary>None: policies speak of queues, and this is part of an exchange.</summary>
    internal override void BeginUnder(HeldPolicy held)
    {
    }

    /// <inheritdoc/>
    internal override bool ComeUnder(HeldPolicy held) => false;

    /// <inheritdoc/>
    public override void NoteUse()
    {
    }

    /// <inheritdoc/>
    public override long Enqueue(in MessageRun run, long now)
    {
        lock (_gate)
        {
            if (_isEnding)
            {
                return -1;
            }

            var first = _slots.EndPosition;
            foreach (ref readonly var message in run.Messages)
            {
                var due = now + DelayOf(message.Header.Span);
                var isPersistent = IsJournaled && (message.Flags & MessageFlags.Persistent) != MessageFlags.None;
                var bytes = _slots.Add(_slots.EndPosition, due, now, MessageRecord.LengthOf(run.Route.Length, in message), isPersistent);
                MessageRecord.Write(bytes, run.Route, in message, now, due);
            }

            _paging?.NoteGrowth();
            return first;
        }
    }

    /// <inheritdoc/>
    public override Task Restored => Task.CompletedTask;

    /// <inheritdoc/>
    public override long EndPosition => _slots.EndPosition;

    /// <inheritdoc/>
    public void BeginRestoring(long firstNew)
    {
        lock (_gate)
        {
            _isRestoring = true;
            _slots.SkipTo(firstNew);
        }
    }

    /// <inheritdoc/>
    public bool Restore(long position, ReadOnlySpan<byte> record)
    {
        var message = new MessageRecord(record);
        var due = message.EnqueuedAt + DelayOf(message.Header);
        var now = Now();
        lock (_gate)
        {
            if (_isEnding)
            {
                return false;
            }

            var bytes = _slots.Add(position, due, now, record.Length, isPersistent: true);
            record.CopyTo(bytes);
            MessageRecord.SetDue(bytes, due);
            _paging?.NoteGrowth();
            return true;
        }
    }

    /// <inheritdoc/>
    public void AbandonRestoring()
    {
    }

    /// <inheritdoc/>
    public void EndRestoring(long end)
    {
        lock (_gate)
        {
            _isRestoring = false;
            _slots.SkipTo(end);
        }

        Dispatch();
    }

    /// <inheritdoc/>
    public PositionSet PersistentBetween(long first, long last)
    {
        lock (_gate)
        {
            return _slots.PersistentBetween(first, last);
        }
    }

    /// <inheritdoc/>
    public long? LowestPersistent()
    {
        lock (_gate)
        {
            return _slots.LowestPersistent;
        }
    }

    /// <inheritdoc/>
    public long CountLiveBytes()
    {
        lock (_gate)
        {
            return _slots.LiveBytes;
        }
    }

    /// <inheritdoc/>
    public override QueueCounts Count()
    {
        lock (_gate)
        {
            return new QueueCounts(_slots.Count, 0, 0);
        }
    }

    /// <summary>Sees to it that messages go on when they fall due: at once, or by the timer.</summary>
    public override void Dispatch()
    {
        long next;
        lock (_gate)
        {
            next = _isRestoring ? long.MaxValue : _slots.NextDue;
        }

        if (next <= Now())
        {
            DispatchElsewhere();
        }
        else
        {
            WakeAt(next);
        }
    }

    /// <inheritdoc/>
    public override void DispatchElsewhere()
    {
        if (Interlocked.Exchange(ref _dispatcher, DispatcherState.AskedAgain) == DispatcherState.None)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <inheritdoc/>
    void ITimed.Wake(long due)
    {
        Interlocked.CompareExchange(ref _wakesAt, long.MaxValue, due);
        DispatchElsewhere();
    }

    /// <summary>Its exchange is gone for good: drops what waits. Takes no lock, and returns before it is done.</summary>
    public void End()
    {
        _isEnding = true;
        DispatchElsewhere();
    }

    /// <summary>Goes on with the dispatcher's role.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var rounds = 0;
        do
        {
            Interlocked.Exchange(ref _dispatcher, DispatcherState.Looking);
            while (Publish())
            {
                if (++rounds == FairShareOfRounds)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    return;
                }
            }
        }
        while (Interlocked.CompareExchange(ref _dispatcher, DispatcherState.None, DispatcherState.Looking) != DispatcherState.Looking);
    }

    /// <inheritdoc/>
    public override SubscribeOutcome Subscribe(Consumer consumer) => throw NotForClients();

    /// <inheritdoc/>
    public override bool Unsubscribe(Consumer consumer) => throw NotForClients();

    /// <inheritdoc/>
    public override bool TryGet(out GotMessage message, bool isNoAck = false) => throw NotForClients();

    /// <inheritdoc/>
    public override bool TryFetchFirst(out Task fetched) => throw NotForClients();

    /// <inheritdoc/>
    public override void Settle(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome) => throw NotForClients();

    /// <inheritdoc/>
    public override long Purge() => throw NotForClients();

    /// <inheritdoc/>
    public override QueueDeletion Delete(QueueDeleteConditions conditions) => throw NotForClients();

    private static NotSupportedException NotForClients() => new("a delay queue belongs to its exchange");

    private static long DelayOf(ReadOnlySpan<byte> header) =>
        DelayHeader.TryRead(BasicProperties.Read(ContentHeader.Read(header).Properties), out var milliseconds) ? milliseconds : 0;

    /// <summary>Publishes a batch of what has fallen due; false when there is nothing more to do now.</summary>
    private bool Publish()
    {
        var now = Now();
        if (!_isEnding && (_storage.Journal is { IsBehind: true } || _storage.Pager is { IsBehind: true }))
        {
            WakeAt(now + PauseWhenBehind);
            return false;
        }

        bool isMore;
        bool isPageInDue;
        long next;
        lock (_gate)
        {
            if (_isEnding)
            {
                _slots.Drop();
            }
            else if (_isRestoring)
            {
                // What falls due meanwhile goes on in its turn, behind what is still to be put back.
                return false;
            }

            isMore = _slots.Open(now);
            _slots.TakeDue(now, _due, BatchSize);
            next = _slots.NextDue;
            isPageInDue = _paging is { IsDue: true };
        }

        if (_isEnding)
        {
            _paging?.Stop();
            Ended?.Invoke(this);
        }

        if (isPageInDue)
        {
            _paging?.Request();
        }

        if (_due.Count > 0)
        {
            _site.Delayed?.Publish(this, _due);
            Release();
        }

        if (isMore || next <= now)
        {
            return true;
        }

        WakeAt(next);
        return false;
    }

    private void Release()
    {
        var settled = _storage.Journal is null ? null : SettledPositions.Rent();
        lock (_gate)
        {
            foreach (var message in _due)
            {
                if (settled is not null && MessageRecord.IsPersistent(message.Message))
                {
                    settled.Add(message.Position);
                }

                _slots.Release(message);
            }
        }

        _due.Clear();
        if (settled is not null && _storage.Journal is { } journal)
        {
            settled.WriteTo(journal, Id);
        }
    }

    private void WakeAt(long due)
    {
        if (due < Volatile.Read(ref _wakesAt))
        {
            Volatile.Write(ref _wakesAt, due);
            _site.Timers.Schedule(this, due);
        }
    }

    private long Now() => _site.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
