using System.Text.Json;

namespace AmqpBroker.Management.Json;

/// <summary>How the rows of a list are written, filtered and sorted.</summary>
/// <param name="Write">Writes one row as an object.</param>
/// <param name="Name">What the filter <c>name</c> looks at.</param>
/// <param name="Order">The order without a sort, and between rows that the sort finds equal.</param>
internal sealed record RowFormat<T>(Action<Utf8JsonWriter, T> Write, Func<T, string> Name, Comparison<T> Order)
{
    /// <summary>What a plain word of the filter looks at: the name, unless people know the row by more than that.</summary>
    public Func<T, string> Text { get; init; } = Name;

    /// <summary>
    /// Values to sort by that are had without writing the row, by column. Worth it for columns that lists of thousands are sorted by; any other
    /// column is found in the written row.
    /// </summary>
    public IReadOnlyDictionary<string, Func<T, SortKey>> SortKeys { get; init; } = new Dictionary<string, Func<T, SortKey>>(StringComparer.Ordinal);
}
