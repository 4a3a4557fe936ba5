namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Someone who waits for a position of the log to become durable.</summary>
public interface IDurabilityWaiter
{
    /// <summary>
    /// The position waited for is safe. Called once for each time it was asked for, from the log's writer thread, or at once by the asking thread
    /// when it was safe already: be quick, never throw, and do not hold a lock over asking that is needed here.
    /// </summary>
    /// <param name="durableLsn">Everything up to here is safe; at least what was asked for.</param>
    void OnDurable(long durableLsn);
}
