using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>
/// The messages of one queue from their arrival to their end: what it takes, what comes back, and what expires, is too much or otherwise dies.
/// Who gets them is <see cref="QueueDeliveries"/>'s. No I/O, clock or lock of its own: its queue guards every call.
/// </summary>
/// <param name="pool">Where the memory for messages comes from.</param>
/// <param name="settings">What the queue's arguments say.</param>
/// <param name="delivered">Remembers, over a crash, up to which position messages have been handed out; null where nothing is kept.</param>
internal sealed class QueueMessages(SegmentPool pool, QueueSettings settings, DeliveredMarks? delivered)
{
    /// <summary>Messages beyond the limits that are dropped in one hold of the queue's lock.</summary>
    private const int DropsAtOnce = 4096;

    private readonly List<RecordRef> _expired = [];
    private readonly DeliveryCounts? _counts = settings.Quorum is null ? null : new DeliveryCounts();
    private QueueSettings _settings = settings;
    private DeadMessages _dead;
    private long _waiting;
    private long _waitingBytes;
    private QueueCounters _counters;
    private int _overhead;

    /// <summary>The messages in the order of delivery.</summary>
    public MessageLines Lines { get; } = new(pool, settings.MaxPriority, keepsReturnOrder: settings.Quorum is not null);

    /// <summary>The ids of its messages; null for a queue that does not deduplicate.</summary>
    public QueueIds? Ids { get; } = settings.IsDeduplicating ? new QueueIds { IsJournaled = delivered is not null } : null;

    /// <summary>Messages that could be delivered now.</summary>
    public long Ready => Lines.Ready;

    public bool IsDeleted { get; private set; }

    /// <summary>What has happened in the queue.</summary>
    public ref QueueCounters Counters => ref _counters;

    /// <summary>Whether messages are ready, and the first of them is on disk.</summary>
    public bool IsStarved => Ready > 0 && !Lines.HasReadable;

    /// <summary>The time in Unix milliseconds; 0 while there is nothing that may expire, and then the clock is not asked.</summary>
    public long ReadTime(TimeProvider clock) => Lines.NextDue == long.MaxValue ? 0 : clock.GetUtcNow().ToUnixTimeMilliseconds();

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

    /// <summary>Takes the first message that has not expired, if it is in memory. It is held until it is released, put back or returned, or dies.</summary>
    public bool TryTakeFirst(
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

    /// <summary>Puts a message that was taken back to its place.</summary>
    public void PutBack(in RecordRef record, bool isRedelivered)
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

    /// <summary>Puts back a message that its consumer did not want or did not live to settle, unless that has happened too often.</summary>
    public void Return(in RecordRef record, SettledPositions? settled)
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

    /// <summary>Lets go of a message that was taken and is done with.</summary>
    public void Release(in RecordRef record, SettledPositions? settled)
    {
        if (settled is not null && MessageRecord.IsPersistent(record.Bytes))
        {
            settled.Add(record.Position);
        }

        Ids?.Remove(record);
        _counts?.Forget(record.Position);
        Lines.Release(record);
    }

    /// <summary>Ends a message that was taken: at once, or when its dead-letter exchange has had it.</summary>
    public void Die(in RecordRef record, DeathReason reason, SettledPositions? settled)
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
            _dead.Add(in record, reason);
        }
    }

    /// <summary>How often a message has been delivered in vain; null where that is not counted.</summary>
    public int? CountFailed(in RecordRef record) => CountFailed(record.Position);

    /// <summary>As <see cref="CountFailed(in RecordRef)"/>, by the message's position.</summary>
    public int? CountFailed(long position) => _counts?.Of(position);

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
    public List<Death>? TakeDeaths() => _dead.Take();

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

    /// <summary>Bytes of the bodies of messages that were taken and are not settled, about.</summary>
    /// <param name="unacked">How many they are.</param>
    /// <remarks>Nobody adds them up. What all records take is known, what the ready ones hold too, and what one takes beside its body.</remarks>
    public long EstimateUnackedBytes(long unacked) => unacked == 0
        ? 0
        : Math.Max(0, Lines.LiveBytes - Lines.ReadyBytes - ((Ready + unacked) * _overhead));

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

        _dead.AddRefused(in run, now, pool);
    }
}
