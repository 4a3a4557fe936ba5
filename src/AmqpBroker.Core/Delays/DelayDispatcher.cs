using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Delays;

/// <summary>Publishes what falls due in a delay queue.</summary>
/// <remarks>
/// Takes the queue's lock to look and to let go; publishes outside it. A message is settled in the journal behind where the targets' copies stand, so
/// that no crash finds neither.
/// </remarks>
/// <param name="queue">The queue.</param>
/// <param name="gate">The queue's lock.</param>
/// <param name="slots">The queue's messages.</param>
/// <param name="paging">Brings back what is on disk; null where everything stays in memory.</param>
/// <param name="storage">Where the queue keeps its messages.</param>
/// <param name="site">What is around the queue.</param>
internal sealed class DelayDispatcher(
    DelayQueue queue, Lock gate, DelaySlots slots, DelayPaging? paging, QueueStorage storage, QueueSite site) : Dispatcher
{
    /// <summary>Messages published before the next look.</summary>
    private const int BatchSize = 256;

    /// <summary>How long is waited, in milliseconds, when the targets' messages come faster than the disk takes them.</summary>
    private const long PauseWhenBehind = 10;

    private readonly List<PendingMessage> _due = [];
    private readonly QueueJournal _journal = new(storage.Journal, queue.Id);
    private volatile bool _isEnding;

    /// <summary>Whether the queue's exchange is gone for good: then it takes no more messages.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>Sees to it that messages go on when they fall due: at once, or by the timer.</summary>
    public void Dispatch()
    {
        long next;
        lock (gate)
        {
            next = slots.NextDue;
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

    /// <summary>Drops what waits. Takes no lock, and returns before it is done.</summary>
    public void End()
    {
        _isEnding = true;
        DispatchElsewhere();
    }

    /// <inheritdoc/>
    protected override void Run()
    {
        var rounds = 0;
        do
        {
            BeginLook();
            while (Publish())
            {
                if (++rounds == FairShareOfRounds)
                {
                    PassOn();
                    return;
                }
            }
        }
        while (!TryEnd());
    }

    /// <summary>Publishes a batch of what has fallen due; false when there is nothing more to do now.</summary>
    private bool Publish()
    {
        var now = Now();
        if (!_isEnding && (storage.Journal is { IsBehind: true } || storage.Pager is { IsBehind: true }))
        {
            WakeAt(now + PauseWhenBehind);
            return false;
        }

        bool isMore;
        bool isPageInDue;
        long next;
        lock (gate)
        {
            if (_isEnding)
            {
                slots.Drop();
            }
            else if (slots.IsRestoring)
            {
                // What falls due meanwhile goes on in its turn, behind what is still to be put back.
                return false;
            }

            isMore = slots.Open(now);
            slots.TakeDue(now, _due, BatchSize);
            next = slots.NextDue;
            isPageInDue = paging is { IsDue: true };
        }

        if (_isEnding)
        {
            paging?.Stop();
            queue.Ended?.Invoke(queue);
        }

        if (isPageInDue)
        {
            paging?.Request();
        }

        if (_due.Count > 0)
        {
            site.Delayed?.Publish(queue, _due);
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
        var settled = _journal.Collect();
        lock (gate)
        {
            foreach (var message in _due)
            {
                if (settled is not null && MessageRecord.IsPersistent(message.Message))
                {
                    settled.Add(message.Position);
                }

                slots.Release(message);
            }
        }

        _due.Clear();
        _journal.Write(settled);
    }

    private void WakeAt(long due) => WakeAt(queue, site.Timers, due);

    private long Now() => site.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
