using AmqpBroker.Core.Users;

namespace AmqpBroker.Core.Metadata;

/// <summary>A user was made or changed; in no virtual host.</summary>
/// <param name="User">What it is now.</param>
public sealed record UserSet(User User) : MetadataCommand(string.Empty);
