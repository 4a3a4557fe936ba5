namespace AmqpBroker.Core.Queues;

/// <summary>Something in which messages fall due. See <see cref="QueueTimers"/>.</summary>
internal interface ITimed
{
    /// <summary>Itself, for whoever must not keep it when it is gone.</summary>
    WeakReference<ITimed> Weak { get; }

    /// <summary>Looks after what has fallen due; asks to be woken again when it wants to be.</summary>
    /// <param name="due">When it was to be woken, in Unix milliseconds.</param>
    void Wake(long due);
}
