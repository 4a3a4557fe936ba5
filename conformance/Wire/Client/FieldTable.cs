using System.Collections;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>A field table (AMQP 0-9-1 §4.2.5.5): names and typed values in the order of the wire.</summary>
public sealed class FieldTable : IEnumerable<KeyValuePair<string, FieldValue>>
{
    private readonly List<KeyValuePair<string, FieldValue>> _entries = [];

    public int Count => _entries.Count;

    /// <summary>For collection initializers: plain values get the type that clients choose for them.</summary>
    public void Add(string name, object? value) => _entries.Add(new(name, FieldValue.Of(value)));

    public FieldValue? Find(string name)
    {
        var found = _entries.FindIndex(entry => entry.Key == name);
        return found < 0 ? null : _entries[found].Value;
    }

    public string? Text(string name) => Find(name)?.Value as string;

    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static FieldTable Read(WireReader reader)
    {
        var table = new FieldTable();
        var entries = new WireReader(reader.LongString());
        while (!entries.IsAtEnd)
        {
            table.Add(entries.ShortString(), FieldValue.Read(entries));
        }

        return table;
    }

    /// <summary>The entries with their length before them.</summary>
    internal void Write(WireWriter writer) => writer.LongString(Entries());

    /// <summary>The entries without their length, as the mechanism AMQPLAIN wants them.</summary>
    internal byte[] Entries()
    {
        var writer = new WireWriter();
        foreach (var (name, value) in _entries)
        {
            value.Write(writer.ShortString(name));
        }

        return writer.ToArray();
    }
}
