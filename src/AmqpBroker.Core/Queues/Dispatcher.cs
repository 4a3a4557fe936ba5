namespace AmqpBroker.Core.Queues;

/// <summary>The role of handing out a queue's messages, which one thread at a time has, so that they keep their order.</summary>
/// <remarks>
/// Whoever makes work possible and finds no dispatcher becomes it; everyone else goes back to what it was doing. Who has the role changes by
/// interlocked operations only.
/// </remarks>
internal abstract class Dispatcher : IThreadPoolWorkItem
{
    /// <summary>
    /// Rounds that one thread goes before it hands the role to the thread pool: a publisher that became dispatcher has its own socket to read.
    /// </summary>
    protected const int FairShareOfRounds = 16;

    private long _wakesAt = long.MaxValue;
    private DispatcherState _state;

    /// <summary>Has another thread look, unless one is at it.</summary>
    public void DispatchElsewhere()
    {
        if (TryBegin())
        {
            PassOn();
        }
    }

    /// <summary>The timer has woken the queue, for this or another reason.</summary>
    /// <param name="due">What for.</param>
    public void Woken(long due)
    {
        Interlocked.CompareExchange(ref _wakesAt, long.MaxValue, due);
        DispatchElsewhere();
    }

    /// <summary>Goes on with the role that another thread has passed on.</summary>
    void IThreadPoolWorkItem.Execute() => Run();

    /// <summary>Hands out what can be handed out, until there is nothing more to do or the role is passed on.</summary>
    protected abstract void Run();

    /// <summary>Asks for a look; true when nobody has the role, and so it is the caller's now.</summary>
    /// <remarks>
    /// A dispatcher that is there looks again before it goes: what made work possible, such as a drained socket, may have come after its last look, and
    /// need not have taken the queue's lock.
    /// </remarks>
    protected bool TryBegin() => Interlocked.Exchange(ref _state, DispatcherState.AskedAgain) == DispatcherState.None;

    /// <summary>Has the dispatcher look again before it goes.</summary>
    protected void LookAgain() => Interlocked.Exchange(ref _state, DispatcherState.AskedAgain);

    /// <summary>The look begins: what is asked from now on wants another.</summary>
    protected void BeginLook() => Interlocked.Exchange(ref _state, DispatcherState.Looking);

    /// <summary>Lays the role down, unless somebody has asked since the look began.</summary>
    protected bool TryEnd() =>
        Interlocked.CompareExchange(ref _state, DispatcherState.None, DispatcherState.Looking) == DispatcherState.Looking;

    /// <summary>Has a thread of the pool go on with the role.</summary>
    protected void PassOn() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Has the queue woken, unless it will be before.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="timers">Wake it.</param>
    /// <param name="due">When, in Unix milliseconds; <see cref="long.MaxValue"/> for never.</param>
    protected void WakeAt(ITimed queue, QueueTimers timers, long due)
    {
        if (due < Volatile.Read(ref _wakesAt))
        {
            Volatile.Write(ref _wakesAt, due);
            timers.Schedule(queue, due);
        }
    }
}
