using System.Text.Json;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Management.Statistics;

/// <summary>A figure as the API names it, and what it is the sum of.</summary>
/// <param name="Name">Its name; that of its rate and samples ends in <c>_details</c>.</param>
/// <param name="Stats">What it is the sum of.</param>
internal sealed record NamedStat(string Name, params Stat[] Stats)
{
    /// <summary>The name of its rate and samples.</summary>
    public string Details { get; } = Name + "_details";

    /// <summary>The name, ready to be written.</summary>
    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(Name);

    /// <summary>The name of its rate and samples, likewise.</summary>
    public JsonEncodedText EncodedDetails { get; } = JsonEncodedText.Encode(Name + "_details");

    /// <summary>What it is at this moment.</summary>
    /// <param name="set">Says where each value stands; those it has not count as none.</param>
    /// <param name="values">The values.</param>
    public long Sum(StatSet set, ReadOnlySpan<long> values)
    {
        var sum = 0L;
        foreach (var stat in Stats)
        {
            var index = set.IndexOf(stat);
            sum += index >= 0 ? values[index] : 0;
        }

        return sum;
    }
}
