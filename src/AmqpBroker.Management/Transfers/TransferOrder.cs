using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Access;

namespace AmqpBroker.Management.Transfers;

/// <summary>What is to be moved or copied, and on whose behalf. Immutable.</summary>
internal sealed record TransferOrder
{
    public required VirtualHost VirtualHost { get; init; }

    public required Queue Source { get; init; }

    public required TransferTarget Target { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>Where the caller is.</summary>
    public required string Address { get; init; }

    /// <summary>Whether the messages stay where they are as well.</summary>
    public required bool IsCopy { get; init; }

    /// <summary>How many at most; null for all there are when it begins.</summary>
    public long? Count { get; init; }

    /// <summary>The positions of those chosen; null for the first.</summary>
    public IReadOnlySet<long>? Positions { get; init; }

    /// <summary>Messages in a second at most; null for as many as can be.</summary>
    public int? Rate { get; init; }
}
