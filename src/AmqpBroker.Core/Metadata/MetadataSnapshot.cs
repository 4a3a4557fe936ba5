namespace AmqpBroker.Core.Metadata;

/// <summary>Everything there was at one position of the journal.</summary>
/// <param name="Lsn">The position: commands behind it are not contained, all others are.</param>
/// <param name="LastQueueId">The highest id given to a queue.</param>
/// <param name="Commands">The commands that make the state from nothing.</param>
internal sealed record MetadataSnapshot(long Lsn, long LastQueueId, IReadOnlyList<MetadataCommand> Commands);
