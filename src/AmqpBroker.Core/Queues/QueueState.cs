using System.Diagnostics;
using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Ready and unacked messages of one queue and who gets them. No I/O, clock or lock of its own: its queue guards every call.</summary>
/// <param name="pool">Where the memory for messages comes from.</param>
/// <param name="settings">What the queue's arguments say.</param>
/// <param name="delivered">Remembers, over a crash, up to which position messages have been handed out; null where nothing is kept.</param>
internal sealed class QueueState(SegmentPool pool, QueueSettings settings, DeliveredMarks? delivered)
{
    /// <summary>Messages beyond the limits that are dropped in one hold of the queue's lock.</summary>
    private const int DropsAtOnce = 4096;

    private readonly List<RecordRef> _expired = [];
    private readonly DeliveryCounts? _counts = settings.Quorum is null ? null : new DeliveryCounts();
    private QueueSettings _settings = settings;
    private List<Death>? _deaths;
    private RecordLog? _refused;
    private long _waiting;
    private long _waitingBytes;
    private QueueCounters _counters;
    private int _overhead;

    public ConsumerRing Consumers { get; } = new(settings.HasSingleActiveConsumer);

    /// <summary>The messages.</summary>
    public MessageLines Lines { get; } = new(pool, settings.MaxPriority, keepsReturnOrder: settings.Quorum is not null);

    /// <summary>The ids of its messages; null for a queue that does not deduplicate.</summary>
    public QueueIds? Ids { get; } = settings.IsDeduplicating ? new QueueIds { IsJournaled = delivered is not null } : null;

    /// <summary>Messages that could be delivered now.</summary>
    public long Ready => Lines.Ready;

    /// <summary>Messages delivered or got, and not settled.</summary>
    public long Unacked { get; private set; }

    public bool IsDeleted { get; private set; }

    /// <summary>What has happened in it.</summary>
    public ref QueueCounters Counters => ref _counters;

    /// <summary>Whether messages are ready, and the first of them is on disk.</summary>
    public bool IsStarved => Ready > 0 && !Lines.HasReadable;

    /// <summary>Goes on with other settings. What has arrived keeps its time; limits are enforced by <see cref="EnforceLimits"/>.</summary>
    public void Apply(QueueSettings changed) => _settings = changed;

    /// <summary>Appends messages.</summary>
    /// <returns>The position of the first; the others follow one by one. <see cref="Queue.Refused"/> when the queue is full and does not want them.</returns>
    public long Enqueue(in MessageRun run, long now)
    {
        if (_settings.Refuses && run.MayBeRefused && !HasRoomFor(in run))
        {
            Refuse(in run, now);
            return Queue.Refused;
        }

        var first = Lines.EndPosition;
        if (Ids is not null && !Ids.TryAdd(in run.Messages[0], first))
        {
            return Queue.Duplicate;
        }

        _counters.Published += run.Messages.Length;
        Lines.Append(in run, now, _settings.MessageTtl, _settings.KeepsTransient);
        _overhead = MessageRecord.LengthOf(run.Route.Length, in run.Messages[0]) - run.Messages[0].Body.Length;

        return first;
    }

    /// <summary>Puts a message back where it was before a restart; positions come in ascending order. See <see cref="MessageLines.BeginRestoring"/>.</summary>
    public void Restore(long position, ReadOnlySpan<byte> record)
    {
        if (Ids is not null && !Ids.TryRestore(record, position))
        {
            return;
        }

        var message = new MessageRecord(record);
        var due = Math.Min(MessageRecord.DueOf(record), MessageRecord.DueAfter(message.EnqueuedAt, -1, _settings.TtlOfArrivalAt(message.EnqueuedAt)));
        var bytes = Lines.Restore(position, record, due);
        if (delivered?.Covers(message.Priority, position) == true || _counts?.Of(position) > 0)
        {
            MessageRecord.MarkRedelivered(bytes);
        }
    }

    /// <summary>Sets how often messages came back before a restart: the position of each, and behind it how often.</summary>
    public void RestoreCounts(ReadOnlySpan<long> counts)
    {
        for (var i = 0; i < counts.Length; i += 2)
        {
            _counts?.Restore(counts[i], (int)counts[i + 1]);
        }
    }

    /// <summary>How often those of some messages that came back did, where that outlives a restart: the position of each, and behind it how often.</summary>
    public long[] CountFailed(IReadOnlyCollection<long> positions) =>
        _counts is not null && IsReturnLimited ? [.. _counts.Among(positions).SelectMany(static entry => (long[])[entry.Key, entry.Value])] : [];

    /// <summary>Goes on behind the positions that were given out before a restart, those that only the mark knows of included.</summary>
    public void SkipTo(long position) => Lines.SkipTo(Math.Max(position, delivered?.End ?? 0));

    /// <summary>Takes messages for consumers with room, in turn, until one side is out, the batch is full, or the next is on disk.</summary>
    /// <param name="batch">Takes them.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="settled">Takes the positions of persistent messages that are done with; null where nothing is kept.</param>
    public void TakeForConsumers(DispatchBatch batch, long now, SettledPositions? settled)
    {
        if (Lines.IsRestoring)
        {
            return;
        }

        if (Consumers.Only is { Window.IsLimited: false } only)
        {
            TakeForOnly(only, batch, now, settled);
            return;
        }

        while (!batch.IsFull && Lines.HasReadable && Consumers.TakeNext() is { } consumer)
        {
            if (!TryTakeFirst(now, settled, out var record, out var bytes, out var isRedelivered))
            {
                consumer.GiveBackPlace();
                return;
            }

            if (!consumer.IsNoAck)
            {
                Unacked++;
            }

            batch.Add(consumer, in record, bytes.Length, isRedelivered, _counts?.Of(record.Position) ?? 0);
        }
    }

    // Nearly every queue has one consumer: it is asked for room once, not for each message.
    private void TakeForOnly(Consumer consumer, DispatchBatch batch, long now, SettledPositions? settled)
    {
        if (batch.IsFull || !Lines.HasReadable)
        {
            return;
        }

        var places = Consumers.TakePlacesOfOnly(batch.Room);
        var taken = 0;
        while (taken < places && !batch.IsFull && TryTakeFirst(now, settled, out var record, out var bytes, out var isRedelivered))
        {
            batch.AddForOnly(consumer, in record, bytes.Length, isRedelivered, _counts?.Of(record.Position) ?? 0);
            taken++;
        }

        batch.EndOnly(consumer);

        consumer.GiveBackPlaces(places - taken);
        if (!consumer.IsNoAck)
        {
            Unacked += taken;
        }
    }

    /// <summary>Ends messages that have expired, and those beyond the limits, as far as they are in memory; to be called when no consumer takes any more.</summary>
    /// <returns>Whether there is more to end: a new limit may be far below what there is.</returns>
    public bool EnforceLimits(long now, SettledPositions? settled)
    {
        if (Lines.NextDue <= now)
        {
            Lines.TakeExpired(now, _expired);
            foreach (var record in _expired)
            {
                Die(record, DeathReason.Expired, settled);
            }

            _expired.Clear();
        }

        if (_settings is not { IsLimited: true, Overflow: Overflow.DropHead })
        {
            return false;
        }

        var dropped = 0;
        while (IsOverfull && dropped < DropsAtOnce && Lines.TryTakeFirst(out var record, out _, out _))
        {
            Die(record, DeathReason.MaxLength, settled);
            dropped++;
        }

        return dropped == DropsAtOnce;
    }

    /// <summary>Whether limits wait to be enforced: something may have expired, or there is too much.</summary>
    public bool NeedsEnforcing(long now) => !Lines.IsRestoring
        && (Lines.NextDue <= now || (_settings is { IsLimited: true, Overflow: Overflow.DropHead } && IsOverfull));

    /// <summary>Gives the messages that died since, each of them held until <see cref="Bury"/>; null when there is none.</summary>
    public List<Death>? TakeDeaths()
    {
        var deaths = _deaths;
        _deaths = null;
        return deaths;
    }

    /// <summary>Lets go of messages that died and have been dealt with.</summary>
    public void Bury(List<Death> deaths, SettledPositions? settled)
    {
        foreach (var death in deaths)
        {
            if (death.RefusedTo is { } log)
            {
                log.Release(death.Record);
            }
            else
            {
                Release(death.Record, settled);
            }
        }
    }

    /// <summary>Takes the first message for a basic.get, if there is one and it is in memory; it is unacked until settled.</summary>
    public bool TryGet(long now, SettledPositions? settled, bool isNoAck, out RecordRef record, out bool isRedelivered)
    {
        if (Lines.IsRestoring)
        {
            record = default;
            isRedelivered = false;
            return false;
        }

        if (!TryTakeFirst(now, settled, out record, out _, out isRedelivered))
        {
            // One on disk will be asked for again.
            _counters.GetEmpty += Ready == 0 ? 1 : 0;
            return false;
        }

        Unacked++;
        _counters.CountGot(isNoAck, isRedelivered);
        return true;
    }

    /// <summary>Takes the message at a place, as <see cref="TryGet"/> takes the first.</summary>
    public bool TryTake(in BrowsePlace place, out RecordRef record, out bool isRedelivered, out bool isOnDisk)
    {
        (record, isRedelivered, isOnDisk) = (default, false, false);
        if (Lines.IsRestoring || !Lines.TryTake(in place, out record, out isRedelivered, out isOnDisk))
        {
            return false;
        }

        Unacked++;
        _counters.CountGot(isNoAck: false, isRedelivered);
        return true;
    }

    /// <summary>How often a message has been delivered in vain; null where that is not counted.</summary>
    public int? CountFailed(in RecordRef record) => CountFailed(record.Position);

    /// <summary>As <see cref="CountFailed(in RecordRef)"/>, by the message's position.</summary>
    public int? CountFailed(long position) => _counts?.Of(position);

    /// <summary>Ends deliveries of a batch that need no acknowledgement, and takes back those that never arrived.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="settled">Takes the positions of persistent messages that are done with; null where nothing is kept.</param>
    public void Complete(DispatchBatch batch, SettledPositions? settled)
    {
        var (taken, noAck, redelivered) = (batch.Count, batch.NoAck, batch.Redelivered);
        for (var i = 0; i < batch.Count && (noAck > 0 || batch.HasRefused); i++)
        {
            ref readonly var delivery = ref batch[i];
            if (delivery.IsRefused)
            {
                taken--;
                noAck -= delivery.Consumer.IsNoAck ? 1 : 0;
                redelivered -= delivery.IsRedelivered ? 1 : 0;
                TakeBack(in delivery);
            }
            else if (delivery.Consumer.IsNoAck)
            {
                Release(delivery.Record, settled);
            }
        }

        _counters.Delivered += taken - noAck;
        _counters.DeliveredNoAck += noAck;
        _counters.Redelivered += redelivered;
    }

    /// <summary>Settles one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="outcome">What becomes of the message.</param>
    /// <param name="settled">Takes the position of a persistent message that is done with; null where nothing is kept.</param>
    public void Settle(in SettledDelivery delivery, SettleOutcome outcome, SettledPositions? settled)
    {
        Debug.Assert(Unacked > 0, "settled more than was delivered");
        Unacked--;
        if (delivery.Consumer is { } consumer)
        {
            consumer.Unacked--;
        }

        switch (outcome)
        {
            case SettleOutcome.Requeue:
                Return(delivery.Record, settled);
                break;
            case SettleOutcome.Reject:
                Die(delivery.Record, DeathReason.Rejected, settled);
                break;
            default:
                Release(delivery.Record, settled);
                break;
        }
    }

    /// <summary>How it stands now.</summary>
    public QueueFigures ReadFigures() => new()
    {
        Counts = new QueueCounts(Ready, Unacked, Consumers.Count),
        Counters = _counters,
        ReadyBytes = Lines.ReadyBytes,
        UnackedBytes = EstimateUnackedBytes(),
        BytesInMemory = Lines.BytesInMemory,
    };

    /// <summary>Drops the ready messages.</summary>
    /// <returns>How many there were.</returns>
    public long Purge()
    {
        var dropped = Lines.Drop();
        _counts?.KeepOnly(Lines.EnumerateLive().Select(static record => record.Position));
        Ids?.KeepOnly(Lines.EnumerateLive());
        return dropped;
    }

    /// <summary>
    /// Messages were lost with a page, and nobody knows their ids: those of what is in memory are kept, since an id that nothing takes away
    /// would keep its message out for ever.
    /// </summary>
    public void ForgetLostIds() => Ids?.KeepOnly(Lines.EnumerateLive());

    /// <summary>Drops everything; what is unacked goes when it is settled.</summary>
    /// <returns>How many messages were ready.</returns>
    public long Delete()
    {
        IsDeleted = true;
        return Purge();
    }

    /// <summary>Sets how many messages that died here wait for room elsewhere: a queue that refuses new ones counts them.</summary>
    public void SetWaiting(long count, long bytes) => (_waiting, _waitingBytes) = (count, bytes);

    // Only then do counts outlive a restart.
    private bool IsReturnLimited => _settings.Quorum is { DeliveryLimit: not null };

    private bool IsOverfull => Ready > _settings.MaxLength || Lines.ReadyBytes > _settings.MaxLengthBytes;

    private bool HasRoomFor(in MessageRun run)
    {
        var bytes = 0L;
        foreach (ref readonly var message in run.Messages)
        {
            bytes += message.Body.Length;
        }

        return !(Ready + _waiting + run.Messages.Length > _settings.MaxLength || Lines.ReadyBytes + _waitingBytes + bytes > _settings.MaxLengthBytes);
    }

    /// <summary>Has what the queue does not take dead-lettered all the same, if it is to be.</summary>
    private void Refuse(in MessageRun run, long now)
    {
        _counters.MaxLength += run.Messages.Length;
        if (_settings is not { Overflow: Overflow.RejectPublishAndDeadLetter, DeadLetterExchange: not null })
        {
            return;
        }

        _refused ??= new RecordLog(pool);
        foreach (ref readonly var message in run.Messages)
        {
            var bytes = _refused.Append(MessageRecord.LengthOf(run.Route.Length, in message), out _);
            MessageRecord.Write(bytes, run.Route, in message, now, due: long.MaxValue);
            _refused.TryReadNext(out var record);
            (_deaths ??= []).Add(new Death(record, DeathReason.MaxLength, _refused));
        }
    }

    // Nobody adds up the bodies of what is unacked. What all records take is known, what the ready ones hold too, and what one takes beside its body.
    private long EstimateUnackedBytes() => Unacked == 0
        ? 0
        : Math.Max(0, Lines.LiveBytes - Lines.ReadyBytes - ((Ready + Unacked) * _overhead));

    private bool TryTakeFirst(
        long now, SettledPositions? settled, out RecordRef record, out ReadOnlySpan<byte> bytes, out bool isRedelivered)
    {
        while (Lines.TryTakeFirst(out record, out bytes, out isRedelivered))
        {
            // Without a clock nothing can be over.
            if (now == 0 || MessageRecord.DueOf(bytes) > now || (!isRedelivered && MessageRecord.IsImmediate(bytes)))
            {
                // Before anyone can see the message, so that it comes back flagged whatever happens.
                delivered?.Note(MessageRecord.PriorityOf(bytes), record.Position);
                return true;
            }

            Die(record, DeathReason.Expired, settled);
        }

        return false;
    }

    /// <summary>Ends a message that was taken: at once, or when its dead-letter exchange has had it.</summary>
    private void Die(in RecordRef record, DeathReason reason, SettledPositions? settled)
    {
        _counters.CountDeath(reason);

        // Before it goes to its dead-letter exchange, by which it may come back.
        Ids?.Remove(record);
        if (_settings.DeadLetterExchange is null || IsDeleted)
        {
            Release(record, settled);
        }
        else
        {
            (_deaths ??= []).Add(new Death(record, reason));
        }
    }

    private void Release(in RecordRef record, SettledPositions? settled)
    {
        if (settled is not null && MessageRecord.IsPersistent(record.Bytes))
        {
            settled.Add(record.Position);
        }

        Ids?.Remove(record);
        _counts?.Forget(record.Position);
        Lines.Release(record);
    }

    /// <summary>Puts back a message that its consumer did not want or did not live to settle, unless that has happened too often.</summary>
    private void Return(in RecordRef record, SettledPositions? settled)
    {
        if (_counts is not null && !IsDeleted)
        {
            var failed = _counts.Count(record.Position);
            if (failed > _settings.Quorum?.DeliveryLimit)
            {
                Die(record, DeathReason.DeliveryLimit, settled);
                return;
            }

            if (IsReturnLimited)
            {
                settled?.AddReturned(record.Position, failed);
            }
        }

        PutBack(record, isRedelivered: true);
    }

    private void TakeBack(in Delivery delivery)
    {
        var consumer = delivery.Consumer;
        consumer.IsGone = true;
        if (!consumer.IsNoAck)
        {
            Unacked--;
            consumer.Unacked--;
            consumer.Window.Release(1);
        }

        PutBack(delivery.Record, delivery.IsRedelivered);
    }

    private void PutBack(in RecordRef record, bool isRedelivered)
    {
        if (IsDeleted)
        {
            Lines.Release(record);
        }
        else
        {
            Lines.PutBack(record, isRedelivered);
        }
    }
}
