using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Statistics;

/// <summary>How a queue stands at one moment.</summary>
public readonly record struct QueueFigures
{
    /// <summary>What it holds.</summary>
    public QueueCounts Counts { get; init; }

    /// <summary>What has happened in it.</summary>
    public QueueCounters Counters { get; init; }

    /// <summary>Octets of the bodies of the ready messages.</summary>
    public long ReadyBytes { get; init; }

    /// <summary>Octets of the bodies of the unacked messages: of all but equal messages an estimate, by what their records take.</summary>
    public long UnackedBytes { get; init; }

    /// <summary>Octets its messages take in memory.</summary>
    public long BytesInMemory { get; init; }

    /// <summary>Writes the values in the order of <see cref="StatSet.Queue"/>.</summary>
    public void WriteTo(Span<long> values) => Counters.WriteTo(values, Counts);
}
