namespace AmqpBroker.Core.Queues;

/// <summary>What a deletion did.</summary>
/// <param name="Outcome">Whether the queue is gone.</param>
/// <param name="Ready">Messages that were ready.</param>
/// <param name="Consumers">Consumers that lost their queue and have not been told yet.</param>
public readonly record struct QueueDeletion(QueueDeleteOutcome Outcome, long Ready, IReadOnlyList<Consumer> Consumers)
{
    /// <summary>Tells the consumers (basic.cancel). Apart, so that whoever deletes can answer its own client first.</summary>
    public void NotifyConsumers()
    {
        foreach (var consumer in Consumers)
        {
            consumer.Sink.ConsumerCancelled(consumer);
        }
    }
}
