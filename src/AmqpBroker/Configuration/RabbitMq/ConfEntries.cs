using System.Diagnostics.CodeAnalysis;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The lines that count, each taken by the first reader that knows it.</summary>
internal sealed class ConfEntries
{
    private readonly Dictionary<string, ConfEntry> _entries = new(StringComparer.Ordinal);

    /// <param name="lines">In the order they are read: a later line of the same key replaces the earlier.</param>
    public ConfEntries(IEnumerable<ConfEntry> lines)
    {
        foreach (var line in lines)
        {
            _entries[line.Key] = line;
        }
    }

    public bool TryTake(string key, [NotNullWhen(true)] out ConfEntry? entry) => _entries.Remove(key, out entry);

    /// <summary>Those whose key starts so, in the order of their keys.</summary>
    public IReadOnlyList<ConfEntry> TakeAll(string prefix)
    {
        ConfEntry[] taken = [.. _entries.Values.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        foreach (var entry in taken)
        {
            _entries.Remove(entry.Key);
        }

        return taken;
    }

    /// <summary>What no reader knew, as it stands in the files.</summary>
    public IReadOnlyList<ConfEntry> TakeRest() => TakeAll(string.Empty);
}
