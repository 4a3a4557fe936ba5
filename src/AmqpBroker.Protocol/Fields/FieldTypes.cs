namespace AmqpBroker.Protocol.Fields;

/// <summary>What is known of a <see cref="FieldType"/> without its value.</summary>
public static class FieldTypes
{
    /// <summary>The deepest a table or array may stand inside others; deeper input is refused with 502.</summary>
    public const int MaxDepth = 64;

    internal const int Prefixed = -1;
    internal const int Unknown = -2;

    /// <summary>The type's name in error texts and in the management interface, for example <c>longstr</c>.</summary>
    public static string ToName(this FieldType type) => type switch
    {
        FieldType.Boolean => "bool",
        FieldType.SignedByte => "byte",
        FieldType.UnsignedByte => "unsignedbyte",
        FieldType.Short => "short",
        FieldType.UnsignedShort => "unsignedshort",
        FieldType.SignedInt => "signedint",
        FieldType.UnsignedInt => "unsignedint",
        FieldType.Long or FieldType.LongAlias => "long",
        FieldType.Float => "float",
        FieldType.Double => "double",
        FieldType.Decimal => "decimal",
        FieldType.LongString => "longstr",
        FieldType.Array => "array",
        FieldType.Timestamp => "timestamp",
        FieldType.Table => "table",
        FieldType.Binary => "binary",
        _ => "void",
    };

    /// <summary>True for the integers of every width and sign; timestamps are not among them.</summary>
    public static bool IsInteger(this FieldType type) => type is FieldType.SignedByte or FieldType.UnsignedByte
        or FieldType.Short or FieldType.UnsignedShort or FieldType.SignedInt or FieldType.UnsignedInt
        or FieldType.Long or FieldType.LongAlias;

    /// <summary>
    /// Octets of a value of that type; <see cref="Prefixed"/> when a 32-bit length stands before it,
    /// <see cref="Unknown"/> for a letter that is no type.
    /// </summary>
    internal static int EncodedLength(this FieldType type) => type switch
    {
        FieldType.Void => 0,
        FieldType.Boolean or FieldType.SignedByte or FieldType.UnsignedByte => 1,
        FieldType.Short or FieldType.UnsignedShort => 2,
        FieldType.SignedInt or FieldType.UnsignedInt or FieldType.Float => 4,
        FieldType.Decimal => 5,
        FieldType.Long or FieldType.LongAlias or FieldType.Double or FieldType.Timestamp => 8,
        FieldType.LongString or FieldType.Binary or FieldType.Array or FieldType.Table => Prefixed,
        _ => Unknown,
    };
}
