using System.Globalization;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>One message of the storm: who published it, and as its how-many-eth. Everything else about it follows from that.</summary>
internal readonly record struct StormMessage(int Publisher, long Sequence)
{
    private const int LargeEvery = 64;
    private const int LargeLength = 40_000;
    private const int SmallestLength = 16;
    private const int LengthRange = 1500;

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Publisher}-{Sequence}");

    public StormRoute Route => StormRoute.All[(int)(Sequence % StormRoute.All.Count)];

    /// <returns>Null when the text is not the id of a message.</returns>
    public static StormMessage? TryParse(string? id)
    {
        var parts = id?.Split('-') ?? [];
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var publisher)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? new StormMessage(publisher, sequence)
                : null;
    }

    public byte[] CreateBody()
    {
        var seed = (Sequence * 7919) + (Publisher * 104_729);
        var length = Sequence % LargeEvery == LargeEvery - 1 ? LargeLength : SmallestLength + (int)(seed % LengthRange);
        var body = new byte[length];
        for (var i = 0; i < body.Length; i++)
        {
            body[i] = (byte)(seed + (i * 31));
        }

        return body;
    }
}
