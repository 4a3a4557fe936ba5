using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Queues;

/// <summary>What a queue is declared with (queue.declare), fit for comparing and storing.</summary>
public sealed record QueueDeclaration
{
    /// <summary>The name, at most 255 octets of UTF-8.</summary>
    public required string Name { get; init; }

    /// <summary>What tells a durable queue from all others there have ever been, for what is stored; 0 for one that is not durable.</summary>
    public long Id { get; init; }

    /// <summary>Survives a restart. Exclusive queues never do, whatever their client asked for.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Goes when its last consumer goes; one that never had a consumer stays.</summary>
    public bool IsAutoDelete { get; init; }

    /// <summary>The connection that alone may use the queue; null for everyone's.</summary>
    public object? ExclusiveOwner { get; init; }

    /// <summary>Whether it belongs to one connection.</summary>
    public bool IsExclusive => ExclusiveOwner is not null;

    /// <summary>The arguments as declared, unknown ones included.</summary>
    public FieldTable Arguments { get; init; } = FieldTable.Empty;
}
