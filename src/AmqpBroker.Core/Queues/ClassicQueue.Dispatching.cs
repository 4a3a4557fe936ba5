using AmqpBroker.Core.Persistence;

namespace AmqpBroker.Core.Queues;

/// <content>How messages are handed out, and end: by one dispatcher at a time.</content>
public sealed partial class ClassicQueue
{
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

    /// <inheritdoc/>
    public override void DispatchElsewhere()
    {
        if (Interlocked.Exchange(ref _dispatcher, DispatcherState.AskedAgain) == DispatcherState.None)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void ITimed.Wake(long due)
    {
        Interlocked.CompareExchange(ref _wakesAt, long.MaxValue, due);
        DispatchElsewhere();
        _use?.Woken(due);
    }

    /// <summary>Goes on with the dispatcher's role that another thread has passed on.</summary>
    void IThreadPoolWorkItem.Execute() => Deliver();

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
            _deliveries.Complete(batch, settled);
            batch.Clear();
        }

        WriteToJournal(settled);

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Settles what the last batch left to settle, ends what is too old or too much, and takes the next batch; without one the role ends.</summary>
    private bool TakeNextBatch(DispatchBatch batch)
    {
        do
        {
            Interlocked.Exchange(ref _dispatcher, DispatcherState.Looking);
            var settled = _journal is null ? null : SettledPositions.Rent();
            bool isPageInDue;
            List<Death>? deaths;
            long nextDue;
            bool isDeleted;
            lock (_gate)
            {
                _deliveries.Complete(batch, settled);
                batch.Clear();
                var now = Now();
                _deliveries.TakeForConsumers(batch, now, settled);
                if (!batch.IsFull && _messages.NeedsEnforcing(now) && _messages.EnforceLimits(now, settled))
                {
                    // The rest with the next look, so that nobody waits for the lock meanwhile.
                    Interlocked.Exchange(ref _dispatcher, DispatcherState.AskedAgain);
                }

                deaths = _messages.TakeDeaths();
                nextDue = _messages.Lines.NextDue;
                isDeleted = _messages.IsDeleted;
                isPageInDue = _paging is not null && _paging.IsDue(now);
            }

            WriteToJournal(settled);
            FollowUp(isPageInDue, deaths, nextDue, isDeleted);
            if (batch.Count > 0)
            {
                return true;
            }
        }
        while (Interlocked.CompareExchange(ref _dispatcher, DispatcherState.None, DispatcherState.Looking) != DispatcherState.Looking);

        return false;
    }

    /// <summary>Does outside the lock what a look has shown to be due.</summary>
    private void FollowUp(bool isPageInDue, List<Death>? deaths, long nextDue, bool isDeleted)
    {
        if (isPageInDue)
        {
            _paging?.Request();
        }

        if (deaths is not null || _deadLetters?.IsDue(isDeleted) == true)
        {
            DeadLetter(deaths ?? [], isDeleted);
        }

        nextDue = Math.Min(nextDue, _deadLetters?.NextTry ?? long.MaxValue);
        if (nextDue < Volatile.Read(ref _wakesAt) && _site is not null)
        {
            Volatile.Write(ref _wakesAt, nextDue);
            _site.Timers.Schedule(this, nextDue);
        }
    }

    // By the dispatcher alone, so that messages die in order.
    private void DeadLetter(List<Death> deaths, bool isDeleted)
    {
        if (_site?.DeadLetters is { } exchange)
        {
            _deadLetters ??= new DeadLetterOffice(this, exchange, _site.Time);
            _deadLetters.Deliver(_settings, deaths, isDeleted);
        }

        var settled = _journal is null ? null : SettledPositions.Rent();
        lock (_gate)
        {
            _messages.Bury(deaths, settled);
            _messages.SetWaiting(_deadLetters?.WaitingForOthers ?? 0, _deadLetters?.BytesForOthers ?? 0);
        }

        WriteToJournal(settled);
    }
}
