namespace AmqpBroker.Core.Persistence;

/// <summary>Where a run of messages was enqueued.</summary>
/// <param name="QueueId">The durable queue.</param>
/// <param name="FirstPosition">The position of the run's first message in it; the others follow one by one.</param>
/// <param name="KeepsTransient">Whether the queue keeps messages over a restart that are not persistent, too.</param>
public readonly record struct JournalTarget(long QueueId, long FirstPosition, bool KeepsTransient = false)
{
    /// <summary>Those of some targets that keep messages which are not persistent.</summary>
    public static ReadOnlySpan<JournalTarget> KeepingTransient(ReadOnlySpan<JournalTarget> targets)
    {
        var keeping = 0;
        foreach (ref readonly var target in targets)
        {
            keeping += target.KeepsTransient ? 1 : 0;
        }

        return keeping == targets.Length ? targets
            : keeping == 0 ? []
            : targets.ToArray().Where(static target => target.KeepsTransient).ToArray();
    }
}
