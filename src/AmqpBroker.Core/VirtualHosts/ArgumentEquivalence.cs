using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Whether an argument means the same in two declarations.</summary>
internal static class ArgumentEquivalence
{
    /// <summary>Equal when both are absent, or both have the same value; integers of any width compare by value.</summary>
    public static bool Holds(FieldValue? received, FieldValue? current) =>
        (received, current) switch
        {
            (null, null) => true,
            ({ } first, { } second) => first.EqualsByValue(second),
            _ => false,
        };
}
