using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>A policy as someone wants it, not judged yet: values are of the types that were given.</summary>
/// <remarks>What comes as JSON has strings as long strings, numbers as long or double, null as void, objects as tables.</remarks>
public sealed record PolicyRequest
{
    /// <summary>The regular expression: a string.</summary>
    public required FieldValue Pattern { get; init; }

    /// <summary>The settings.</summary>
    public required FieldTable Definition { get; init; }

    /// <summary>The priority: a number.</summary>
    public FieldValue Priority { get; init; } = FieldValue.From(0);

    /// <summary>What it applies to: one of the words of <see cref="PolicySubjectNames"/>.</summary>
    public FieldValue AppliesTo { get; init; } = FieldValue.From("all");
}
