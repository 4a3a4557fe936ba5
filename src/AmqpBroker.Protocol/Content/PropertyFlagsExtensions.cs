namespace AmqpBroker.Protocol.Content;

/// <summary>Asks for single flags.</summary>
internal static class PropertyFlagsExtensions
{
    /// <summary>As <see cref="Enum.HasFlag"/>, which boxes until the code is optimised.</summary>
    public static bool Has(this PropertyFlags flags, PropertyFlags flag) => (flags & flag) != PropertyFlags.None;
}
