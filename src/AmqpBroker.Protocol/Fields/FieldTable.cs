using System.Collections;

namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// A decoded field table (AMQP 0-9-1 §4.2.5.5): headers, arguments, capabilities. Immutable; keeps order, types and
/// duplicate names, so that writing it gives the octets that were read (letter L becomes l, any true becomes 1).
/// </summary>
public sealed class FieldTable : IReadOnlyList<FieldEntry>, IEquatable<FieldTable>
{
    private readonly FieldEntry[] _entries;

    internal FieldTable(FieldEntry[] entries) => _entries = entries;

    /// <summary>The table without entries.</summary>
    public static FieldTable Empty { get; } = new([]);

    /// <summary>Entries, duplicates counted.</summary>
    public int Count => _entries.Length;

    /// <summary>The entry at a position, in wire order.</summary>
    public FieldEntry this[int index] => _entries[index];

    /// <summary>Decodes a table.</summary>
    /// <param name="content">The entries, without the table's length (AMQPLAIN sends them so); copied.</param>
    /// <exception cref="ConnectionException">
    /// 502: cut off, of an unknown type, or nested deeper than <see cref="FieldTypes.MaxDepth"/>.
    /// </exception>
    public static FieldTable Read(ReadOnlySpan<byte> content) =>
        content.IsEmpty ? Empty : FieldDecoder.ReadTable(content, depth: 0);

    /// <summary>A table of these entries in their order.</summary>
    public static FieldTable Of(params ReadOnlySpan<FieldEntry> entries) =>
        entries.IsEmpty ? Empty : new(entries.ToArray());

    /// <summary>The first value of that name; case matters.</summary>
    public bool TryGet(string name, out FieldValue value)
    {
        foreach (var entry in _entries)
        {
            if (entry.Name == name)
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>A builder that starts with these entries.</summary>
    public FieldTableBuilder ToBuilder() => new(this);

    /// <summary>The entries as they stand on the wire, without the table's length.</summary>
    public byte[] ToContent()
    {
        var writer = new WireWriter(stackalloc byte[256]);
        try
        {
            FieldEncoder.Write(ref writer, this);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Same entries, with the same types, in the same order.</summary>
    public bool Equals(FieldTable? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldTable);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in _entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<FieldEntry> GetEnumerator() => ((IEnumerable<FieldEntry>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The entries in Erlang's notation.</summary>
    public override string ToString() => FieldValue.From(this).ToErlangTerm();
}
