using AmqpBroker.Core.Persistence;

namespace AmqpBroker.Core.Queues;

/// <summary>Hands a queue's messages to its consumers, ends what is to end, and sends what died to its dead-letter exchange.</summary>
/// <remarks>Takes the queue's lock to look and to complete; delivers outside it.</remarks>
/// <param name="queue">The queue.</param>
/// <param name="gate">The queue's lock.</param>
/// <param name="messages">The queue's messages.</param>
/// <param name="deliveries">Who gets them.</param>
/// <param name="journal">Hears what is settled.</param>
/// <param name="site">What is around the queue; null for nothing.</param>
internal sealed class QueueDispatcher(
    ClassicQueue queue, Lock gate, QueueMessages messages, QueueDeliveries deliveries, QueueJournal journal, QueueSite? site)
    : Dispatcher
{
    private DeadLetterOffice? _deadLetters;

    /// <summary>Brings back what is on disk; null where everything stays in memory.</summary>
    public QueuePaging? Paging { get; init; }

    /// <summary>Hands out what can be handed out, unless another thread is at it.</summary>
    public void Dispatch()
    {
        if (TryBegin())
        {
            Run();
        }
    }

    /// <inheritdoc/>
    protected override void Run()
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
        var settled = journal.Collect();
        lock (gate)
        {
            deliveries.Complete(batch, settled);
            batch.Clear();
        }

        journal.Write(settled);

        PassOn();
    }

    /// <summary>Settles what the last batch left to settle, ends what is too old or too much, and takes the next batch; without one the role ends.</summary>
    private bool TakeNextBatch(DispatchBatch batch)
    {
        do
        {
            BeginLook();
            var settled = journal.Collect();
            bool isPageInDue;
            List<Death>? deaths;
            long nextDue;
            bool isDeleted;
            lock (gate)
            {
                deliveries.Complete(batch, settled);
                batch.Clear();
                var now = messages.ReadTime(site?.Time ?? TimeProvider.System);
                deliveries.TakeForConsumers(batch, now, settled);
                if (!batch.IsFull && messages.NeedsEnforcing(now) && messages.EnforceLimits(now, settled))
                {
                    // The rest with the next look, so that nobody waits for the lock meanwhile.
                    LookAgain();
                }

                deaths = messages.TakeDeaths();
                nextDue = messages.Lines.NextDue;
                isDeleted = messages.IsDeleted;
                isPageInDue = Paging is not null && Paging.IsDue(now);
            }

            journal.Write(settled);
            FollowUp(isPageInDue, deaths, nextDue, isDeleted);
            if (batch.Count > 0)
            {
                return true;
            }
        }
        while (!TryEnd());

        return false;
    }

    /// <summary>Does outside the lock what a look has shown to be due.</summary>
    private void FollowUp(bool isPageInDue, List<Death>? deaths, long nextDue, bool isDeleted)
    {
        if (isPageInDue)
        {
            Paging?.Request();
        }

        if (deaths is not null || _deadLetters?.IsDue(isDeleted) == true)
        {
            DeadLetter(deaths ?? [], isDeleted);
        }

        if (site is not null)
        {
            WakeAt(queue, site.Timers, Math.Min(nextDue, _deadLetters?.NextTry ?? long.MaxValue));
        }
    }

    // By the dispatcher alone, so that messages die in order.
    private void DeadLetter(List<Death> deaths, bool isDeleted)
    {
        if (site?.DeadLetters is { } exchange)
        {
            _deadLetters ??= new DeadLetterOffice(queue, exchange, site.Time);
            _deadLetters.Deliver(queue.Settings, deaths, isDeleted);
        }

        var settled = journal.Collect();
        lock (gate)
        {
            messages.Bury(deaths, settled);
            messages.SetWaiting(_deadLetters?.WaitingForOthers ?? 0, _deadLetters?.BytesForOthers ?? 0);
        }

        journal.Write(settled);
    }
}
