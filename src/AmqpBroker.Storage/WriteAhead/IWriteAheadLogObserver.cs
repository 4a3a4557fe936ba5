namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Told what happens to a log. Called from its writer thread, which waits meanwhile: be quick, never throw.</summary>
public interface IWriteAheadLogObserver
{
    /// <summary>
    /// A write or sync failed: nothing becomes durable until <see cref="OnRecovered"/>. Once for an outage, however often the log tries.
    /// Comes from the opening thread when the first file cannot be created.
    /// </summary>
    void OnFailed(Exception error);

    /// <summary>The outage is over; what was waiting is durable.</summary>
    void OnRecovered();

    /// <summary>A file is complete: everything in it is durable, and it may be read and deleted.</summary>
    void OnRotated(WalFileInfo file);
}
