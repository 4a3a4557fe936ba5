using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Persistence;

/// <summary>A queue whose persistent messages are in the journal, as the journal sees it. Any thread.</summary>
public interface IJournaledQueue
{
    /// <summary>Its id in the journal.</summary>
    long Id { get; }

    /// <summary>Whether it shows no messages any more, and would have them again after a crash: its deletion is not safe yet.</summary>
    bool IsDeleted { get; }

    /// <summary>Whether it cannot be used before everything it had is there again.</summary>
    bool MustBeRestoredFirst => false;

    /// <summary>The position of the next message; without a lock, so perhaps a moment old.</summary>
    long EndPosition { get; }

    /// <summary>The positions, from <paramref name="first"/> to <paramref name="last"/>, of the persistent messages that are live.</summary>
    PositionSet PersistentBetween(long first, long last);

    /// <summary>The lowest position of a persistent message that is live; null when there is none.</summary>
    long? LowestPersistent();

    /// <summary>Bytes the live messages take.</summary>
    long CountLiveBytes();

    /// <summary>Holds back what the queue has until <see cref="EndRestoring"/>: what was in it before a restart comes first.</summary>
    /// <param name="firstNew">The position of the next message that comes: above all that were given out before the restart, if any may come.</param>
    void BeginRestoring(long firstNew);

    /// <summary>Puts a message back where it was before a restart; positions come in ascending order.</summary>
    /// <returns>False when the queue is gone.</returns>
    bool Restore(long position, ReadOnlySpan<byte> record);

    /// <summary>What is missing will not come, since the broker stops: whoever waits for it has waited in vain.</summary>
    void AbandonRestoring();

    /// <summary>Everything from before a restart is there: the queue goes on behind it.</summary>
    /// <param name="end">Behind all positions that are known to have been given out.</param>
    void EndRestoring(long end);

    /// <summary>Sets how often messages came back before a restart, before any is put back.</summary>
    /// <param name="counts">The position of each, and behind it how often.</param>
    void RestoreCounts(ReadOnlySpan<long> counts)
    {
        // Nothing ever comes back to a queue that says nothing of it.
    }

    /// <summary>How often those of some messages that came back did: the position of each, and behind it how often.</summary>
    long[] CountFailed(IReadOnlyCollection<long> positions) => [];
}
