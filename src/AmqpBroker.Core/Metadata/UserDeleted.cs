namespace AmqpBroker.Core.Metadata;

/// <summary>A user was deleted, with its permissions and limits; in no virtual host.</summary>
/// <param name="User">Its name.</param>
public sealed record UserDeleted(string User) : MetadataCommand(string.Empty);
