using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Takes every message that died, and remembers its number and why.</summary>
internal sealed class RecordingExchange : IDeadLetterExchange
{
    public List<(int Number, DeathReason Reason)> Deaths { get; } = [];

    public void Publish(Queue queue, QueueSettings settings, IReadOnlyList<Death> deaths) =>
        Deaths.AddRange(deaths.Select(death => (Numbered.NumberOf(death.Record), death.Reason)));
}
