using System.Collections.Immutable;

namespace AmqpBroker.Core.Metadata;

/// <summary>A virtual host was deleted, with everything in it and the permissions to it.</summary>
/// <param name="VirtualHost">Its name.</param>
public sealed record VirtualHostDeleted(string VirtualHost) : MetadataCommand(VirtualHost)
{
    /// <summary>The ids of the durable queues that go with it, for whoever keeps their messages. Not stored.</summary>
    public ImmutableArray<long> QueueIds { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(VirtualHostDeleted? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
