using System.Collections.Immutable;

namespace AmqpBroker.Core.Metadata;

/// <summary>A change by which something durable goes, with the bindings from and to it.</summary>
/// <param name="VirtualHost">The virtual host.</param>
public abstract record RemovalCommand(string VirtualHost) : MetadataCommand(VirtualHost)
{
    /// <summary>
    /// Durable auto-delete exchanges that lose their last binding by this, and go along with it. Named, because bindings
    /// that are not durable count too while the broker runs: whoever replays the command cannot find out.
    /// </summary>
    public ImmutableArray<string> AutoDeleted { get; init; } = [];

    /// <inheritdoc/>
    public virtual bool Equals(RemovalCommand? other) =>
        base.Equals(other) && AutoDeleted.AsSpan().SequenceEqual(other.AutoDeleted.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), AutoDeleted.Length);
}
