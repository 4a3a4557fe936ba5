using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Fields;

/// <summary>Checks an encoded table that is only passed on, so that no consumer receives a broken one.</summary>
public static class FieldTableValidator
{
    /// <summary>Walks the whole table, nested ones included, without allocating.</summary>
    /// <param name="content">The entries, without the table's length.</param>
    /// <exception cref="ConnectionException">
    /// 502: cut off, of an unknown type, or nested deeper than <see cref="FieldTypes.MaxDepth"/>.
    /// </exception>
    public static void Validate(ReadOnlySpan<byte> content) => Walk(FieldCursor.OverTable(content), depth: 0);

    /// <summary>Refuses what nests too deep.</summary>
    /// <param name="depth">0 for the outermost table.</param>
    internal static void CheckDepth(int depth)
    {
        if (depth > FieldTypes.MaxDepth)
        {
            throw FrameErrors.MalformedTable($"nested deeper than {FieldTypes.MaxDepth} levels");
        }
    }

    private static void Walk(FieldCursor cursor, int depth)
    {
        CheckDepth(depth);
        while (cursor.MoveNext())
        {
            if (cursor.Type == FieldType.Table)
            {
                Walk(FieldCursor.OverTable(cursor.Value), depth + 1);
            }
            else if (cursor.Type == FieldType.Array)
            {
                Walk(FieldCursor.OverArray(cursor.Value), depth + 1);
            }
        }
    }
}
