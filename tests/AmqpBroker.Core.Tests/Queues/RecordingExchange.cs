using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Takes every message that died, and remembers its number and why.</summary>
internal sealed class RecordingExchange : IDeadLetterExchange
{
    public List<(int Number, DeathReason Reason)> Deaths { get; } = [];

    public IReadOnlyList<string> Publish(Queue queue, QueueSettings settings, in DeadLetter letter)
    {
        Deaths.Add((Numbered.NumberOf(letter.Death.Record), letter.Death.Reason));
        return [];
    }
}
