using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Persistence;

/// <summary>A queue whose persistent messages are in the journal, as the journal sees it. Any thread.</summary>
public interface IJournaledQueue
{
    /// <summary>Its id in the journal.</summary>
    long Id { get; }

    /// <summary>Whether it shows no messages any more, and would have them again after a crash: its deletion is not safe yet.</summary>
    bool IsDeleted { get; }

    /// <summary>The positions, from <paramref name="first"/> to <paramref name="last"/>, of the persistent messages that are live.</summary>
    PositionSet PersistentBetween(long first, long last);

    /// <summary>The lowest position of a persistent message that is live; null when there is none.</summary>
    long? LowestPersistent();

    /// <summary>Bytes the live messages take.</summary>
    long CountLiveBytes();

    /// <summary>Puts a message back where it was before a restart; positions come in ascending order.</summary>
    void Restore(long position, ReadOnlySpan<byte> record);

    /// <summary>Goes on behind the positions given out before a restart.</summary>
    void SkipTo(long position);
}
