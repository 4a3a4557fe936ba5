namespace AmqpBroker.Core.Queues;

/// <summary>Why a step of browsing has ended.</summary>
internal enum BrowseStop
{
    /// <summary>Enough for one hold of the queue's lock.</summary>
    Paused,

    /// <summary>What comes next is on disk.</summary>
    OnDisk,

    /// <summary>Places of messages that came back are to be put in order, to find the one to begin with.</summary>
    Unordered,

    /// <summary>There is no more.</summary>
    End,
}
