namespace AmqpBroker.Core.Limits;

/// <summary>How many there are of something that is limited. Any thread.</summary>
public sealed class Tally
{
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Counts one more, unless that would be too many.</summary>
    /// <param name="limit">Most there may be; null for no limit.</param>
    /// <returns>False when there are as many as there may be.</returns>
    public bool TryAdd(int? limit)
    {
        if (Interlocked.Increment(ref _count) <= (limit ?? int.MaxValue))
        {
            return true;
        }

        Remove();
        return false;
    }

    /// <summary>Counts one less.</summary>
    public void Remove() => Interlocked.Decrement(ref _count);
}
