namespace AmqpBroker.Core.Tests.Queues;

/// <summary>What a queue may know of a channel: whether its socket is full, and how much its window leaves.</summary>
internal sealed class ModelChannel
{
    public bool IsBlocked { get; set; }

    /// <summary>0 for no limit.</summary>
    public int Limit { get; set; }

    public int Outstanding { get; set; }

    public bool HasRoom => Limit == 0 || Outstanding < Limit;
}
