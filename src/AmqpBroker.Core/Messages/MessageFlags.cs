namespace AmqpBroker.Core.Messages;

/// <summary>What the broker must know of a message without decoding its properties. Written into records: never renumber.</summary>
[Flags]
public enum MessageFlags : byte
{
    /// <summary>Transient, nothing special.</summary>
    None = 0,

    /// <summary>delivery-mode 2: survives a restart in a durable queue.</summary>
    Persistent = 1,

    /// <summary>Recovered after a restart, and may have been delivered before it.</summary>
    Redelivered = 2,
}
