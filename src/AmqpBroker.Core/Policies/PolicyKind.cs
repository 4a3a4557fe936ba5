namespace AmqpBroker.Core.Policies;

/// <summary>Whose policies: each object is under one of either kind at most. The values are stored: only ever append.</summary>
public enum PolicyKind : byte
{
    /// <summary>Those of the users of a virtual host.</summary>
    User = 0,

    /// <summary>Those of the operator, which restrict what users can ask for.</summary>
    Operator = 1,
}
