namespace AmqpBroker.Protocol.Fields;

/// <summary>Reads single entries of an encoded table.</summary>
public static class FieldTableLookup
{
    /// <summary>
    /// Finds the first entry of that name, on the top level only, without allocating.
    /// </summary>
    /// <param name="content">The table's entries without its length; validated, or from a trusted source.</param>
    /// <param name="name">The name in UTF-8; case matters.</param>
    /// <param name="type">The value's type as it stands on the wire.</param>
    /// <param name="value">
    /// The value's octets, a view over <paramref name="content"/>; strings, arrays and tables without their length.
    /// </param>
    /// <exception cref="ConnectionException">502: the table breaks before the entry is found.</exception>
    public static bool TryFind(
        ReadOnlySpan<byte> content, ReadOnlySpan<byte> name, out FieldType type, out ReadOnlySpan<byte> value)
    {
        var cursor = FieldCursor.OverTable(content);
        while (cursor.MoveNext())
        {
            if (cursor.Name.SequenceEqual(name))
            {
                type = cursor.Type;
                value = cursor.Value;
                return true;
            }
        }

        type = default;
        value = default;
        return false;
    }
}
