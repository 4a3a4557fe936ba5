namespace AmqpBroker.Core.Metadata;

/// <summary>Keeps nothing: what is declared lives as long as the broker. For hosts without a data directory.</summary>
public sealed class InMemoryMetadataStore : IMetadataStore
{
    private long _lastQueueId;

    /// <inheritdoc/>
    public IReadOnlyList<MetadataCommand> Load() => [];

    /// <inheritdoc/>
    public long NextQueueId() => Interlocked.Increment(ref _lastQueueId);

    /// <inheritdoc/>
    public ValueTask CommitAsync(MetadataCommand command) => ValueTask.CompletedTask;
}
