namespace AmqpBroker.Storage.Records;

/// <summary>Why a look over a log stopped.</summary>
public enum LogBrowseStop
{
    /// <summary>It may go on at once: the visitor has had enough, or it was time to let others to the log.</summary>
    Paused,

    /// <summary>What comes next is on disk: see <see cref="LogBrowser.TryReadPage"/>.</summary>
    OnDisk,

    /// <summary>There is no more.</summary>
    End,
}
