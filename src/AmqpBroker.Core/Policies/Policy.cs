using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>Settings for all queues or exchanges whose name matches, found valid. Immutable.</summary>
public sealed record Policy
{
    /// <summary>The name, unique among the policies of its kind in its virtual host.</summary>
    public required string Name { get; init; }

    /// <summary>A regular expression; an object matches whose name holds a match.</summary>
    public required string Pattern { get; init; }

    /// <summary>Of those that match the one with the highest number holds; among equals the first by name.</summary>
    public double Priority { get; init; }

    /// <summary>What it holds for.</summary>
    public PolicySubjects AppliesTo { get; init; } = PolicySubjects.All;

    /// <summary>The settings, by the names that policies have for them.</summary>
    public required FieldTable Definition { get; init; }

    /// <summary>
    /// Since when its message-ttl has been what it is, in Unix milliseconds. Messages that came before do not expire by it, after a
    /// restart neither.
    /// </summary>
    public long TtlSince { get; init; }
}
