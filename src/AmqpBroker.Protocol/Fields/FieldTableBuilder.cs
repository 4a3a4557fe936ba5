namespace AmqpBroker.Protocol.Fields;

/// <summary>Collects the entries of a <see cref="FieldTable"/>. Not safe for use from several threads.</summary>
public sealed class FieldTableBuilder
{
    private readonly List<FieldEntry> _entries;

    /// <summary>A builder without entries.</summary>
    public FieldTableBuilder() => _entries = [];

    /// <summary>A builder that starts with the entries of <paramref name="table"/>.</summary>
    public FieldTableBuilder(FieldTable table) => _entries = [.. table];

    /// <summary>Appends an entry, also when the name is there already.</summary>
    public FieldTableBuilder Add(string name, FieldValue value)
    {
        _entries.Add(new FieldEntry(name, value));
        return this;
    }

    /// <summary>Appends a string, letter S.</summary>
    public FieldTableBuilder Add(string name, string value) => Add(name, FieldValue.From(value));

    /// <summary>Appends an integer, letter I.</summary>
    public FieldTableBuilder Add(string name, int value) => Add(name, FieldValue.From(value));

    /// <summary>Appends an integer, letter l.</summary>
    public FieldTableBuilder Add(string name, long value) => Add(name, FieldValue.From(value));

    /// <summary>Appends a truth value, letter t.</summary>
    public FieldTableBuilder Add(string name, bool value) => Add(name, FieldValue.From(value));

    /// <summary>Appends a nested table, letter F.</summary>
    public FieldTableBuilder Add(string name, FieldTable value) => Add(name, FieldValue.From(value));

    /// <summary>Replaces the first entry of that name where it stands, drops further ones, or appends.</summary>
    public FieldTableBuilder Set(string name, FieldValue value)
    {
        var index = _entries.FindIndex(entry => entry.Name == name);
        if (index < 0)
        {
            return Add(name, value);
        }

        _entries[index] = new FieldEntry(name, value);
        for (var i = _entries.Count - 1; i > index; i--)
        {
            if (_entries[i].Name == name)
            {
                _entries.RemoveAt(i);
            }
        }

        return this;
    }

    /// <summary>Drops every entry of that name.</summary>
    public FieldTableBuilder Remove(string name)
    {
        _entries.RemoveAll(entry => entry.Name == name);
        return this;
    }

    /// <summary>The table so far; the builder can go on being used.</summary>
    public FieldTable Build() => _entries.Count == 0 ? FieldTable.Empty : new FieldTable([.. _entries]);
}
