using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Metadata;

/// <summary>The limits of a user were set, all of them; in no virtual host.</summary>
/// <param name="User">The user.</param>
/// <param name="Limits">The limits by their names; empty for none.</param>
public sealed record UserLimitsSet(string User, FieldTable Limits) : MetadataCommand(string.Empty);
