namespace AmqpBroker.Protocol.Fields;

/// <summary>Writes values of tables and arrays, each behind its letter.</summary>
internal static class FieldEncoder
{
    /// <summary>Writes a table's entries, without its length.</summary>
    public static void Write(ref WireWriter writer, FieldTable table)
    {
        for (var i = 0; i < table.Count; i++)
        {
            writer.WriteShortString(table[i].Name);
            Write(ref writer, table[i].Value);
        }
    }

    private static void Write(ref WireWriter writer, FieldValue value)
    {
        writer.WriteOctet((byte)value.Type);
        switch (value.Type.EncodedLength())
        {
            case 0:
                break;
            case 1:
                writer.WriteOctet(unchecked((byte)value.Bits));
                break;
            case 2:
                writer.WriteShort(unchecked((ushort)value.Bits));
                break;
            case 4:
                writer.WriteLong(unchecked((uint)value.Bits));
                break;
            case 5:
                writer.WriteOctet(unchecked((byte)(value.Bits >> 32)));
                writer.WriteLong(unchecked((uint)value.Bits));
                break;
            case 8:
                writer.WriteLongLong(unchecked((ulong)value.Bits));
                break;
            default:
                WritePrefixed(ref writer, value);
                break;
        }
    }

    private static void WritePrefixed(ref WireWriter writer, FieldValue value)
    {
        var start = writer.BeginLength();
        if (value.AsTable() is { } table)
        {
            Write(ref writer, table);
        }
        else if (value.AsArray() is { } array)
        {
            foreach (var item in array)
            {
                Write(ref writer, item);
            }
        }
        else
        {
            writer.WriteRaw(value.Octets);
        }

        writer.EndLength(start);
    }
}
