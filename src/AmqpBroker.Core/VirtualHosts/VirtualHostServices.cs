using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Replies;
using AmqpBroker.Core.Statistics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>What all virtual hosts of a broker share.</summary>
/// <param name="time">The clock.</param>
/// <param name="journal">Keeps persistent messages; null for nothing.</param>
/// <param name="logger">Tells the operator; null for nobody.</param>
/// <param name="samplingInterval">From one sample of what happens to the next; null for 5 s.</param>
public sealed class VirtualHostServices(
    TimeProvider time, MessageJournal? journal = null, ILogger? logger = null, TimeSpan? samplingInterval = null) : IDisposable
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(5);

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Keeps persistent messages; null for nothing.</summary>
    public MessageJournal? Journal => journal;

    /// <summary>Tells the operator.</summary>
    public ILogger Logger { get; } = logger ?? NullLogger.Instance;

    /// <summary>The type of queues declared without one, where a virtual host has none of its own; null for classic.</summary>
    public string? DefaultQueueType { get; init; }

    /// <summary>Wakes queues in which something falls due.</summary>
    public QueueTimers Timers { get; } = new(time);

    /// <summary>Addresses for replies without a queue.</summary>
    public DirectReplies Replies { get; } = new();

    /// <summary>What has happened.</summary>
    public BrokerStatistics Statistics { get; } = new(samplingInterval ?? DefaultInterval, time.GetUtcNow());

    /// <summary>Wakes nothing any more.</summary>
    public void Dispose() => Timers.Dispose();
}
