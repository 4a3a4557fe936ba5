using System.Buffers.Binary;

namespace AmqpBroker.Protocol.Fields;

/// <summary>Makes values of encoded tables and arrays; <see cref="FieldCursor"/> knows the layout.</summary>
internal static class FieldDecoder
{
    public static FieldTable ReadTable(ReadOnlySpan<byte> content, int depth)
    {
        FieldTableValidator.CheckDepth(depth);
        var entries = new List<FieldEntry>();
        var cursor = FieldCursor.OverTable(content);
        while (cursor.MoveNext())
        {
            entries.Add(new FieldEntry(LenientUtf8.Decode(cursor.Name), ReadValue(cursor.Type, cursor.Value, depth)));
        }

        return entries.Count == 0 ? FieldTable.Empty : new FieldTable([.. entries]);
    }

    private static FieldValue[] ReadArray(ReadOnlySpan<byte> content, int depth)
    {
        FieldTableValidator.CheckDepth(depth);
        var items = new List<FieldValue>();
        var cursor = FieldCursor.OverArray(content);
        while (cursor.MoveNext())
        {
            items.Add(ReadValue(cursor.Type, cursor.Value, depth));
        }

        return [.. items];
    }

    /// <summary>Decodes a value whose octets the cursor has measured, so that none is missing.</summary>
    private static FieldValue ReadValue(FieldType type, ReadOnlySpan<byte> octets, int depth) => type switch
    {
        FieldType.Boolean => FieldValue.From(octets[0] != 0),
        FieldType.SignedByte or FieldType.UnsignedByte => FieldValue.From(type, octets[0]),
        FieldType.Short or FieldType.UnsignedShort => FieldValue.From(type, BinaryPrimitives.ReadInt16BigEndian(octets)),
        FieldType.SignedInt or FieldType.UnsignedInt => FieldValue.From(type, BinaryPrimitives.ReadInt32BigEndian(octets)),
        FieldType.Long or FieldType.LongAlias => FieldValue.From(type, BinaryPrimitives.ReadInt64BigEndian(octets)),
        FieldType.Float => new FieldValue(type, BinaryPrimitives.ReadInt32BigEndian(octets)),
        FieldType.Double or FieldType.Timestamp => new FieldValue(type, BinaryPrimitives.ReadInt64BigEndian(octets)),
        FieldType.Decimal => FieldValue.FromDecimal(octets[0], BinaryPrimitives.ReadUInt32BigEndian(octets[1..])),
        FieldType.LongString or FieldType.Binary => new FieldValue(type, octets.ToArray()),
        FieldType.Array => new FieldValue(type, ReadArray(octets, depth + 1)),
        FieldType.Table => new FieldValue(type, ReadTable(octets, depth + 1)),
        _ => FieldValue.Void,
    };
}
