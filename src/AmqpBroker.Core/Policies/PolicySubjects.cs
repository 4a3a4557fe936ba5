namespace AmqpBroker.Core.Policies;

/// <summary>What a policy can hold for. The values are stored: only ever append.</summary>
[Flags]
public enum PolicySubjects : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Exchanges.</summary>
    Exchanges = 1,

    /// <summary>Classic queues.</summary>
    ClassicQueues = 2,

    /// <summary>Quorum queues.</summary>
    QuorumQueues = 4,

    /// <summary>Streams.</summary>
    Streams = 8,

    /// <summary>Queues of every type.</summary>
    Queues = ClassicQueues | QuorumQueues | Streams,

    /// <summary>Everything.</summary>
    All = Exchanges | Queues,
}
