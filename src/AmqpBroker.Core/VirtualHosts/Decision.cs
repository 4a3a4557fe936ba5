using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>What someone who wants a change came to under the topology lock.</summary>
internal readonly struct Decision
{
    /// <summary>There is nothing left to do: it was so already, or has been done on the spot.</summary>
    public static Decision Done => default;

    /// <summary>What is under way and must be waited for; then the decision is to be made anew.</summary>
    public Task? Obstacle { get; private init; }

    /// <summary>What must be made durable first.</summary>
    public MetadataCommand? Command { get; private init; }

    /// <summary>What the command rests on.</summary>
    public Claim? Claim { get; private init; }

    public static Decision WaitFor(Task obstacle) => new() { Obstacle = obstacle };

    public static Decision Commit(MetadataCommand command, Claim claim) => new() { Command = command, Claim = claim };
}
