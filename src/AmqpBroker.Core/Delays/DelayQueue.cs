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
/// published outside it: see <see cref="DelayDispatcher"/>.
/// </remarks>
public sealed class DelayQueue : Queue, IJournaledQueue, ITimed
{
    private readonly Lock _gate = new();
    private readonly DelaySlots _slots;
    private readonly QueueSite _site;
    private readonly DelayPaging? _paging;
    private readonly DelayDispatcher _dispatcher;

    /// <summary>Makes an empty one.</summary>
    /// <param name="site">What is around it.</param>
    /// <param name="declaration">The exchange's name, and the id of what is stored; 0 when the exchange is not durable.</param>
    /// <param name="storage">Where it keeps its messages.</param>
    public DelayQueue(QueueSite site, QueueDeclaration declaration, QueueStorage storage)
        : base((site ?? throw new ArgumentNullException(nameof(site))).VirtualHost, declaration)
    {
        ArgumentNullException.ThrowIfNull(storage);
        _site = site;
        IsJournaled = storage.Journal is not null;
        _slots = new DelaySlots(storage.Pool);
        _paging = storage.Pager is { } pager ? new DelayPaging(this, _gate, _slots, pager) : null;
        _dispatcher = new DelayDispatcher(this, _gate, _slots, _paging, storage, site);
        _paging?.Begin();
    }

    /// <summary>Called once its exchange is gone for good, and its messages with it.</summary>
    public Action<DelayQueue>? Ended { get; init; }

    WeakReference<ITimed> ITimed.Weak => field ??= new(this);

    /// <inheritdoc/>
    public override QueueSettings Settings => QueueSettings.None;

    /// <inheritdoc/>
    public override bool IsJournaled { get; }

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
            if (_dispatcher.IsEnding)
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
            _slots.BeginRestoring(firstNew);
        }
    }

    /// <inheritdoc/>
    public bool Restore(long position, ReadOnlySpan<byte> record)
    {
        var message = new MessageRecord(record);
        var due = message.EnqueuedAt + DelayOf(message.Header);
        var now = _site.Time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_gate)
        {
            if (_dispatcher.IsEnding)
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
            _slots.EndRestoring(end);
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
    public override void Dispatch() => _dispatcher.Dispatch();

    /// <inheritdoc/>
    public override void DispatchElsewhere() => _dispatcher.DispatchElsewhere();

    /// <inheritdoc/>
    void ITimed.Wake(long due) => _dispatcher.Woken(due);

    /// <summary>Its exchange is gone for good: drops what waits. Takes no lock, and returns before it is done.</summary>
    public void End() => _dispatcher.End();

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
}
