using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Content;

/// <summary>Changes single things in an encoded content header; the rest stays as it came, octet for octet.</summary>
public static class ContentHeaderEdit
{
    // Class id, weight and body size.
    private const int FixedLength = 12;

    /// <summary>Sets a header to a number, letter l, in place of any of the same name.</summary>
    /// <param name="payload">A header frame's payload, found to be well-formed before.</param>
    /// <param name="name">The header's name in UTF-8.</param>
    /// <param name="value">The number.</param>
    /// <returns>The new payload.</returns>
    public static byte[] SetHeader(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> name, long value)
    {
        var reader = new WireReader(payload[FixedLength..]);
        var flags = (PropertyFlags)reader.ReadShort();
        var before = reader.Remaining;
        SkipText(ref reader, flags, PropertyFlags.ContentType);
        SkipText(ref reader, flags, PropertyFlags.ContentEncoding);
        before = before[..^reader.Remaining.Length];
        var headers = flags.Has(PropertyFlags.Headers) ? reader.ReadLongStringBytes() : [];

        var writer = new WireWriter(stackalloc byte[512]);
        var table = new WireWriter(stackalloc byte[512]);
        try
        {
            WriteOthers(ref table, headers, name);
            table.WriteShortString(name);
            table.WriteOctet((byte)FieldType.Long);
            table.WriteLongLong((ulong)value);
            writer.WriteRaw(payload[..FixedLength]);
            writer.WriteShort((ushort)(flags | PropertyFlags.Headers));
            writer.WriteRaw(before);
            writer.WriteLongString(table.Written);
            writer.WriteRaw(reader.Remaining);
            return writer.Written.ToArray();
        }
        finally
        {
            table.Dispose();
            writer.Dispose();
        }
    }

    private static void WriteOthers(ref WireWriter table, ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        var cursor = FieldCursor.OverTable(headers);
        for (var from = cursor.Remaining; cursor.MoveNext(); from = cursor.Remaining)
        {
            if (!cursor.Name.SequenceEqual(name))
            {
                table.WriteRaw(from[..^cursor.Remaining.Length]);
            }
        }
    }

    private static void SkipText(ref WireReader reader, PropertyFlags flags, PropertyFlags flag)
    {
        if (flags.Has(flag))
        {
            reader.ReadShortStringBytes();
        }
    }
}
