namespace AmqpBroker.Perf;

/// <summary>What one run of the load tool does.</summary>
internal sealed record PerfOptions
{
    public required AmqpUri Uri { get; init; }

    public int Producers { get; init; } = 1;

    public int Consumers { get; init; } = 1;

    /// <summary>Producer and consumer i use queue i modulo this.</summary>
    public int Queues { get; init; } = 1;

    public string QueuePrefix { get; init; } = "perf";

    /// <summary>Body size in bytes. From <see cref="PublishBatch.StampLength"/> on, end-to-end latency is measured.</summary>
    public int Size { get; init; } = 16;

    /// <summary>Messages per second of all producers together; 0 for as many as go.</summary>
    public double Rate { get; init; }

    /// <summary>Most unconfirmed messages of one producer; 0 for no publisher confirms.</summary>
    public int ConfirmWindow { get; init; }

    /// <summary>Deliveries acknowledged at once; 0 for automatic acknowledgement.</summary>
    public int AckEvery { get; init; }

    /// <summary>Prefetch of each consumer; 0 for no limit.</summary>
    public int Prefetch { get; init; }

    public bool DurableQueues { get; init; }

    public bool PersistentMessages { get; init; }

    /// <summary>Exchange published to, which exists and to which the queues are bound; empty for the default exchange.</summary>
    public string Exchange { get; init; } = string.Empty;

    /// <summary>Routing key, with an exchange; without one it is the queue's name.</summary>
    public string RoutingKey { get; init; } = string.Empty;

    /// <summary>Messages to publish in all; 0 for no limit but time.</summary>
    public long Count { get; init; }

    /// <summary>Measured time; zero until interrupted.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time at the start that is shown but not summed up.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most messages in one write to the socket.</summary>
    public int Batch { get; init; } = 64;

    public PerfFormat Format { get; init; }

    public bool ConfirmsPublishes => ConfirmWindow > 0;

    public bool AcksDeliveries => AckEvery > 0;

    /// <summary>Deliveries to wait for with <see cref="Count"/>: every queue bound to an exchange gets its copy.</summary>
    public long ExpectedDeliveries => Exchange.Length == 0 ? Count : Count * Queues;

    public string QueueName(int worker) => $"{QueuePrefix}.{worker % Queues}";

    public string RoutingKeyOf(int producer) => Exchange.Length == 0 ? QueueName(producer) : RoutingKey;
}
