namespace AmqpBroker.Core.Tests.Queues;

/// <summary>One step of a queue's history; what the numbers mean depends on the kind.</summary>
internal readonly record struct QueueCommand(QueueCommandKind Kind, int First, int Second, int Third)
{
    public override string ToString() => $"{Kind}({First}, {Second}, {Third})";
}
