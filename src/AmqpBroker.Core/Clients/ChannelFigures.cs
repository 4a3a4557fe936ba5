namespace AmqpBroker.Core.Clients;

/// <summary>How a channel stands at one moment; each figure by itself.</summary>
public readonly record struct ChannelFigures
{
    /// <summary>What it does.</summary>
    public ClientState State { get; init; }

    /// <summary>Prefetch of consumers to come; 0 for no limit.</summary>
    public int Prefetch { get; init; }

    /// <summary>Prefetch of the whole channel; 0 for no limit.</summary>
    public int GlobalPrefetch { get; init; }

    /// <summary>Whether it is in confirm mode.</summary>
    public bool IsConfirming { get; init; }

    /// <summary>Whether it is transactional.</summary>
    public bool IsTransactional { get; init; }

    /// <summary>Consumers.</summary>
    public int Consumers { get; init; }

    /// <summary>Deliveries not settled.</summary>
    public int Unacked { get; init; }

    /// <summary>Publishes not confirmed.</summary>
    public long Unconfirmed { get; init; }

    /// <summary>Publishes of the transaction under way.</summary>
    public int Uncommitted { get; init; }

    /// <summary>Acknowledgements of the transaction under way.</summary>
    public int AcksUncommitted { get; init; }
}
