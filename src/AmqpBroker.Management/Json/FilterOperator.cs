namespace AmqpBroker.Management.Json;

/// <summary>How a filter compares a column with a value.</summary>
internal enum FilterOperator
{
    /// <summary>A text that matches a pattern with <c>*</c>, whatever its case; or an equal number.</summary>
    Matches,

    /// <summary>An equal number, or the same text.</summary>
    Equal,

    /// <summary>A smaller number.</summary>
    Less,

    /// <summary>A number that is not greater.</summary>
    AtMost,

    /// <summary>A greater number.</summary>
    Greater,

    /// <summary>A number that is not smaller.</summary>
    AtLeast,
}
