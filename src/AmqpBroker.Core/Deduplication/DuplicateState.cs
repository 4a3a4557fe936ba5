namespace AmqpBroker.Core.Deduplication;

/// <summary>How it stands with the message that another is a duplicate of.</summary>
/// <param name="IsOnItsWay">It is being written to the journal at this moment: nobody can tell yet when it is safe.</param>
/// <param name="Lsn">Otherwise it is safe when the journal is up to here.</param>
public readonly record struct DuplicateState(bool IsOnItsWay, long Lsn)
{
    /// <summary>It is on its way.</summary>
    public static DuplicateState OnItsWay { get; } = new(true, 0);

    /// <summary>There is nothing to wait for.</summary>
    public static DuplicateState Safe { get; }
}
