using System.Collections.Immutable;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>What is said of a virtual host. Published: never changes.</summary>
public sealed record VirtualHostDefinition
{
    /// <summary>That of a virtual host of which nothing is said.</summary>
    public static VirtualHostDefinition Empty { get; } = new();

    /// <summary>What it is there for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Words to find it by.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The type of queues declared without one, where they can be of it; null for classic.</summary>
    public string? DefaultQueueType { get; init; }

    /// <summary>Whether what passes is to be copied to <c>amq.rabbitmq.trace</c>.</summary>
    public bool IsTracing { get; init; }

    /// <inheritdoc/>
    public bool Equals(VirtualHostDefinition? other) =>
        other is not null
        && (Description, DefaultQueueType, IsTracing) == (other.Description, other.DefaultQueueType, other.IsTracing)
        && Tags.AsSpan().SequenceEqual(other.Tags.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Description, DefaultQueueType, IsTracing, Tags.Length);
}
