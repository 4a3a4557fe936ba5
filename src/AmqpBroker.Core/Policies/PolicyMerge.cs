namespace AmqpBroker.Core.Policies;

/// <summary>What holds when a user's policy and the operator's both have a setting.</summary>
internal enum PolicyMerge
{
    /// <summary>Operator policies may not have it.</summary>
    UsersOnly,

    /// <summary>The lower number.</summary>
    Lower,

    /// <summary>The operator's.</summary>
    Operators,
}
