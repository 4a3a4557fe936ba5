namespace AmqpBroker.Core.Metadata;

/// <summary>The first user and virtual host have been made: whatever is deleted since stays deleted.</summary>
public sealed record BrokerFounded() : MetadataCommand(string.Empty);
